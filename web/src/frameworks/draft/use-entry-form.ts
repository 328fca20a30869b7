import type { FrameworkChange } from '@plumbline/shared/frameworks/change.ts'
import type { z } from 'zod'
import { type Form, useForm } from '../../ui/form.ts'
import { toast } from '../../ui/toast.ts'
import { useEditing } from './editing.ts'
import { type ListName, idFor } from './entry-lists.ts'
import type { EntryFormProps } from './EntryForm.tsx'

interface EntryFormOptions<Values, Schema extends z.ZodType> {
  list: ListName
  /** The shared schema of the entry. */
  schema: Schema
  initial: Values
  toEntry: (values: Values) => object
  /** The change that puts the entry into the draft. */
  put: (entry: z.output<Schema>) => FrameworkChange
  props: EntryFormProps
}

export interface EntryForm<Values extends object> extends Form<Values> {
  /** Props of the field of a new entry's id: made of its name until it is given one. */
  idField: () => { name: string; value: string; onChange: (value: string) => void; error: string | undefined }
}

/** The state of an entry's form; what is sent is checked by the shared schema first. */
export function useEntryForm<Values extends { id: string; name: string }, Schema extends z.ZodType>({
  list,
  schema,
  initial,
  toEntry,
  put,
  props: { id, onSaved },
}: EntryFormOptions<Values, Schema>): EntryForm<Values> {
  const { pack, origin, save } = useEditing()
  const idOf = (values: Values): string => (values.id === '' ? idFor(values.name, list, [pack, origin]) : values.id)
  const form = useForm({
    schema,
    initial,
    toBody: (values: Values) => ({ ...toEntry(values), id: idOf(values) }),
    send: async (entry) => {
      await save([put(entry)])
      toast(id === null ? 'It was added to the draft.' : 'It was changed in the draft.')
      onSaved()
    },
  })
  return { ...form, idField: () => ({ ...form.field('id'), value: idOf(form.values) }) }
}
