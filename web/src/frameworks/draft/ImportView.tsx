import { importDraftRoute } from '@plumbline/shared/frameworks/contract.ts'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { useChange } from '../../api/change.ts'
import { freshAfterStale } from '../../api/stale.ts'
import { sentenceOf, titleOf } from '../../api/words.ts'
import { Button } from '../../ui/Button.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { DifferencesView } from './DifferencesView.tsx'
import { useEditing } from './editing.ts'
import { formatOf, problemsIn } from './import-problems.ts'
import { ImportProblems } from './ImportProblems.tsx'
import { useLeaveGuard } from './LeaveGuard.tsx'
import { draftReads, useDraftAgain } from './queries.ts'
import './ImportView.css'

const longest = 4_000_000

/** A file in place of the draft, or of its expectations. Nothing is written while anything is wrong in it, and the text stays as it is. */
export function ImportView() {
  const { version } = useEditing()
  const bring = useChange(importDraftRoute, { invalidates: draftReads })
  const again = useDraftAgain()
  const [file, setFile] = useState<{ text: string; format: 'yaml' | 'csv' }>({ text: '', format: 'yaml' })
  const [sent, setSent] = useState<{ text: string; done: boolean }>({ text: '', done: false })
  const guard = useLeaveGuard(file.text !== '')
  const send = async (): Promise<void> => {
    setSent({ text: file.text, done: false })
    try {
      await freshAfterStale(bring.send({ body: file, ifMatch: version }), again)
      setSent({ text: '', done: true })
      setFile({ ...file, text: '' })
    } catch {
      // `bring.error` is shown below, beside the text that it is about.
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send()
  }
  const { error } = bring
  const { placed, others } = problemsIn(error instanceof ApiError ? error.errors : [], sent.text)
  const tooLong = file.text.length > longest
  return (
    <div className="ImportView">
      <form className="ImportView-form" onSubmit={submit}>
        <FileDrop
          label="YAML or CSV file"
          hint="A whole framework as YAML takes the place of the draft. A CSV matrix changes its expectations only. Download the version you began with to see how either is written."
          accept=".yaml,.yml,.csv,.tsv,.txt"
          maxBytes={longest}
          tooLarge="A framework is not that long: check that it is the right file."
          error={
            tooLong ? 'This is longer than 4,000,000 characters. A framework is not that long: check that it is the right text.' : undefined
          }
          value={file.text}
          onChange={(text, fileName) => setFile({ text, format: formatOf(text, fileName) })}
        />
        <RadioGroup
          label="What it is"
          inline
          value={file.format}
          onChange={(format) => setFile({ ...file, format })}
          options={[
            { value: 'yaml', label: 'A framework (YAML)' },
            { value: 'csv', label: 'A matrix of expectations (CSV)' },
          ]}
        />
        <div>
          <Button type="submit" variant="primary" busy={bring.sending} disabled={file.text.trim() === '' || tooLong}>
            Replace {file.format === 'yaml' ? 'the draft' : 'its expectations'}
          </Button>
        </div>
      </form>
      {error !== null && placed.length === 0 && (
        <Notice kind="error" title={titleOf(error)}>
          {others.length === 0 ? sentenceOf(error) : others.map((sentence) => <p key={sentence}>{sentence}</p>)}
        </Notice>
      )}
      {placed.length > 0 && <ImportProblems problems={placed} isOld={sent.text !== file.text} />}
      {sent.done && (
        <>
          <Notice kind="ok" title="The file is in the draft">
            This is how the draft now differs from the version it was made from.
          </Notice>
          <DifferencesView />
        </>
      )}
      {guard.question}
    </div>
  )
}
