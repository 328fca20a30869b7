import { area } from '@plumbline/shared/frameworks/pack-practices.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useEditing } from './editing.ts'
import { EntryFrame, type EntryFormProps } from './EntryForm.tsx'
import { fieldWords } from './field-words.ts'
import { IdField } from './IdField.tsx'
import { useEntryForm } from './use-entry-form.ts'

export function AreaForm(props: EntryFormProps) {
  const { id } = props
  const entry = useEditing().pack.areas.find((one) => one.id === id)
  const form = useEntryForm({
    list: 'areas',
    schema: area,
    initial: { id: entry?.id ?? '', name: entry?.name ?? '', summary: entry?.summary ?? '', optional: entry?.optional ?? false },
    toEntry: ({ name, summary, optional }) => ({ name: name.trim(), summary: summary.trim(), optional }),
    put: (entry) => ({ change: 'put-area', entry }),
    props,
  })
  return (
    <EntryFrame {...props} form={form} list="areas">
      <TextField label={fieldWords.name} autoComplete="off" {...form.field('name')} />
      <IdField form={form} isNew={id === null} />
      <TextArea label={fieldWords.summary} {...form.field('summary')} />
      <Checkbox label={fieldWords.optional} {...form.field('optional')} />
    </EntryFrame>
  )
}
