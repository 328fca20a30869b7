import { answerPracticeRoute, type StoredAnswer } from '@plumbline/shared/practices/contract.ts'
import { useState } from 'react'
import { Form } from '../ui/Form.tsx'
import { useForm } from '../ui/form.ts'
import { Notice } from '../ui/Notice.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { Answering } from './use-answer.ts'

const schema = answerPracticeRoute.body.pick({ evidence: true, note: true })
const textOf = (stored: StoredAnswer) => ({ evidence: stored.evidence ?? '', note: stored.note })
type Text = ReturnType<typeof textOf>
const isSame = (a: Text, b: Text) => a.evidence === b.evidence && a.note === b.note

/** The link and the note that go with an answer. What is typed and not saved stays, whatever somebody else saves meanwhile. */
export function EvidenceForm({ stored, onSave }: { stored: StoredAnswer; onSave: Answering['saveText'] }) {
  const now = textOf(stored)
  const [seen, setSeen] = useState(now)
  const form = useForm({
    schema,
    initial: now,
    toBody: ({ evidence, note }) => ({ evidence: evidence.trim() === '' ? null : evidence, note }),
    send: onSave,
  })
  const { dirty, reset } = form
  const changed = !isSame(seen, now)
  if (changed && !dirty) {
    setSeen(now)
    reset(now)
  }
  return (
    <Form form={form} submit="Save evidence and note">
      {changed && dirty && (
        <Notice kind="warn" title="Somebody else changed this meanwhile">
          {now.evidence === '' ? 'There is no link now' : `The link is now ${now.evidence}`}, and the note{' '}
          {now.note === '' ? 'is empty' : `says “${now.note}”`}. What you typed is still here; saving it replaces theirs.
        </Notice>
      )}
      <TextField
        {...form.field('evidence')}
        label="Link to evidence"
        optional
        type="url"
        hint="Where one can see that it holds: a repository, a pipeline, a document. It begins with https:// or mailto:."
      />
      <TextArea {...form.field('note')} label="Note" optional maxLength={2000} />
    </Form>
  )
}
