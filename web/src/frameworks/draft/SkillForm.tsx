import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ChooseEntries } from './ChooseEntries.tsx'
import { DescriptorFields } from './DescriptorFields.tsx'
import { useEditing } from './editing.ts'
import { EntryFrame, type EntryFormProps } from './EntryForm.tsx'
import { fieldWords } from './field-words.ts'
import { IdField } from './IdField.tsx'
import { modelItems } from './model-items.ts'
import { MonthFields } from './MonthFields.tsx'
import { skillEntry, skillValues, toSkill } from './skill-values.ts'
import { SourcesField } from './SourcesField.tsx'
import { useEntryForm } from './use-entry-form.ts'

export function SkillForm(props: EntryFormProps) {
  const { id } = props
  const { pack } = useEditing()
  const form = useEntryForm({
    list: 'skills',
    schema: skillEntry,
    initial: skillValues(
      pack.skills.find((one) => one.id === id),
      pack,
    ),
    toEntry: toSkill,
    put: (entry) => ({ change: 'put-skill', entry }),
    props,
  })
  const { field, errorAt } = form
  return (
    <EntryFrame {...props} form={form} list="skills">
      <TextField label={fieldWords.name} autoComplete="off" {...field('name')} />
      <IdField form={form} isNew={id === null} />
      <Select
        label={fieldWords.category}
        options={pack.categories.map(({ id, name }) => ({ value: id, label: name }))}
        {...field('category')}
      />
      <TextArea label={fieldWords.aliases} hint="One a line." optional {...field('aliases')} />
      <DescriptorFields {...field('descriptors')} errorAt={errorAt} />
      <ChooseEntries
        label={fieldWords.prerequisites}
        hint="Up to six skills."
        options={pack.skills.filter((one) => one.id !== id)}
        {...field('prerequisites')}
      />
      <MonthFields
        steps={form.values.months}
        reason={form.values.reason}
        onSteps={(months) => form.change('months', months)}
        onReason={(reason) => form.change('reason', reason)}
        errorAt={errorAt}
      />
      <ChooseEntries label={fieldWords.models} options={modelItems(pack)} {...field('models')} />
      <TextField label={fieldWords.unexpected} optional autoComplete="off" {...field('unexpected')} />
      <SourcesField {...field('sources')} errorAt={errorAt} />
    </EntryFrame>
  )
}
