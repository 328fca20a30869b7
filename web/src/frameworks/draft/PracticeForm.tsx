import { practice, practiceLevelNames } from '@plumbline/shared/frameworks/pack-practices.ts'
import { practiceStatusWords } from '@plumbline/shared/frameworks/words.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { ChooseEntries } from './ChooseEntries.tsx'
import { useEditing } from './editing.ts'
import { EntryFrame, type EntryFormProps } from './EntryForm.tsx'
import { fieldWords } from './field-words.ts'
import { IdField } from './IdField.tsx'
import { modelItems } from './model-items.ts'
import { NeedsField } from './NeedsField.tsx'
import { practiceValues, statuses, toPractice } from './practice-values.ts'
import { SourcesField } from './SourcesField.tsx'
import { useEntryForm } from './use-entry-form.ts'

const levels = practiceLevelNames.map((name, at) => ({ value: String(at + 1), label: `${at + 1} ${name}` }))
const statusOptions = statuses.map((value) => ({ value, label: `${value}: ${practiceStatusWords[value]}` }))

export function PracticeForm(props: EntryFormProps) {
  const { id } = props
  const { pack } = useEditing()
  const form = useEntryForm({
    list: 'practices',
    schema: practice,
    initial: practiceValues(
      pack.practices.find((one) => one.id === id),
      pack,
    ),
    toEntry: toPractice,
    put: (entry) => ({ change: 'put-practice', entry }),
    props,
  })
  const { field } = form
  return (
    <EntryFrame {...props} form={form} list="practices">
      <TextArea label={fieldWords.name} hint="A statement about one service that holds or does not." {...field('name')} />
      <IdField form={form} isNew={id === null} />
      <Select label={fieldWords.area} options={pack.areas.map(({ id, name }) => ({ value: id, label: name }))} {...field('area')} />
      <Select label={fieldWords.level} options={levels} {...field('level')} />
      <Select
        label={fieldWords.status}
        hint="Derived is your own. Field needs an item of an open model, the others a source."
        options={statusOptions}
        {...field('status')}
      />
      <TextArea
        label={fieldWords.criteria}
        hint="What has to hold before a service counts. One a line, up to four."
        optional
        {...field('criteria')}
      />
      <TextArea label={fieldWords.evidence} optional {...field('evidence')} />
      <Checkbox label={fieldWords.automatable} {...field('automatable')} />
      <NeedsField {...field('needs')} errorAt={form.errorAt} />
      <ChooseEntries label={fieldWords.models} options={modelItems(pack)} {...field('models')} />
      <SourcesField {...field('sources')} errorAt={form.errorAt} />
    </EntryFrame>
  )
}
