import { TextField } from '../../ui/TextField.tsx'
import { fieldWords } from './field-words.ts'
import type { EntryForm } from './use-entry-form.ts'

interface IdFieldProps<Values extends object> {
  form: EntryForm<Values>
  isNew: boolean
}

/** The id of a new entry. That of one that is there already stays: ratings, answers and links hang on it. */
export function IdField<Values extends object>({ form, isNew }: IdFieldProps<Values>) {
  if (!isNew) return null
  return (
    <TextField
      {...form.idField()}
      label={fieldWords.id}
      hint="Made of the name; it stays when the name changes later. Lower-case words joined by hyphens."
      autoComplete="off"
      spellCheck={false}
    />
  )
}
