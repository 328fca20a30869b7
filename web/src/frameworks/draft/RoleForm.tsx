import { role } from '@plumbline/shared/frameworks/pack-roles.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { titleWords } from '../framework-words.ts'
import { useEditing } from './editing.ts'
import { EntryFrame, type EntryFormProps } from './EntryForm.tsx'
import { fieldWords } from './field-words.ts'
import { IdField } from './IdField.tsx'
import { roleValues, toRole } from './role-values.ts'
import { SourcesField } from './SourcesField.tsx'
import { useEntryForm } from './use-entry-form.ts'

const titles = role.shape.title.options.map((value) => ({ value, label: titleWords[value].tag }))

export function RoleForm(props: EntryFormProps) {
  const { id } = props
  const form = useEntryForm({
    list: 'roles',
    schema: role,
    initial: roleValues(useEditing().pack.roles.find((one) => one.id === id)),
    toEntry: toRole,
    put: (entry) => ({ change: 'put-role', entry }),
    props,
  })
  const { field } = form
  return (
    <EntryFrame {...props} form={form} list="roles">
      <TextField label={fieldWords.name} autoComplete="off" {...field('name')} />
      <IdField form={form} isNew={id === null} />
      <TextArea label={fieldWords.aliases} hint="One a line." optional {...field('aliases')} />
      <Select label={fieldWords.title} hint={titleWords[form.values.title].sentence} options={titles} {...field('title')} />
      <TextArea label={fieldWords.summary} hint="What someone in this role does." {...field('summary')} />
      <Checkbox label={fieldWords.seniorityApplies} {...field('seniorityApplies')} />
      <TextArea
        label={fieldWords.blank}
        hint="Shown where the role expects nothing of a skill. What it does expect is edited under Expectations."
        {...field('blank')}
      />
      <SourcesField {...field('sources')} errorAt={form.errorAt} />
    </EntryFrame>
  )
}
