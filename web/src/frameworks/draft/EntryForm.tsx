import { type ReactNode, useLayoutEffect } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import type { Form as FormState } from '../../ui/form.ts'
import type { ListName } from './entry-lists.ts'
import { Meanwhile } from './Meanwhile.tsx'

/** What every form of an entry takes. */
export interface EntryFormProps {
  /** null: a new one. */
  id: string | null
  /** Asks to be closed: the dialog asks back where something is unsaved. */
  onCancel: () => void
  onSaved: () => void
  onUnsaved: (unsaved: boolean) => void
}

interface EntryFrameProps<Values extends object> extends EntryFormProps {
  form: FormState<Values>
  list: ListName
  children: ReactNode
}

/** The frame of every form of an entry: what somebody else did meanwhile, the fields, and the buttons. */
export function EntryFrame<Values extends object>({ form, list, id, onCancel, onUnsaved, children }: EntryFrameProps<Values>) {
  const { dirty } = form
  // Before the next key can come: an Escape right after the first letter has to be asked back, too.
  useLayoutEffect(() => onUnsaved(dirty), [dirty, onUnsaved])
  return (
    <Form form={form} submit={id === null ? 'Add' : 'Save'} actions={<Button onClick={onCancel}>Cancel</Button>}>
      {id !== null && <Meanwhile list={list} id={id} />}
      {children}
    </Form>
  )
}
