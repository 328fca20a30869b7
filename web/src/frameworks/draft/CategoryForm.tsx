import { category } from '@plumbline/shared/frameworks/pack-skills.ts'
import { TextField } from '../../ui/TextField.tsx'
import { useEditing } from './editing.ts'
import { EntryFrame, type EntryFormProps } from './EntryForm.tsx'
import { fieldWords } from './field-words.ts'
import { IdField } from './IdField.tsx'
import { useEntryForm } from './use-entry-form.ts'

export function CategoryForm(props: EntryFormProps) {
  const { id } = props
  const entry = useEditing().pack.categories.find((one) => one.id === id)
  const form = useEntryForm({
    list: 'categories',
    schema: category,
    initial: { id: entry?.id ?? '', name: entry?.name ?? '' },
    toEntry: ({ name }) => ({ name: name.trim() }),
    put: (entry) => ({ change: 'put-category', entry }),
    props,
  })
  return (
    <EntryFrame {...props} form={form} list="categories">
      <TextField label={fieldWords.name} autoComplete="off" {...form.field('name')} />
      <IdField form={form} isNew={id === null} />
    </EntryFrame>
  )
}
