import { type ImportPreview, importPeopleRoute, previewPeopleRoute } from '@plumbline/shared/imports/contract.ts'
import { type FormEvent, useState } from 'react'
import { useChange } from '../api/change.ts'
import { sentenceOf, titleOf } from '../api/words.ts'
import { Button } from '../ui/Button.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ImportDone, type ImportResult } from './ImportDone.tsx'
import { ImportGuide } from './ImportGuide.tsx'
import { Preview } from './Preview.tsx'
import { template } from './template.ts'
import './ImportFile.css'

/** A text and what it would do. */
interface Checked {
  text: string
  preview: ImportPreview
}

/** The file, what it would do, and the button that does it. Whatever fails, the file stays as it was entered. */
export function ImportFile() {
  const [text, setText] = useState('')
  const [checked, setChecked] = useState<Checked | null>(null)
  const [done, setDone] = useState<ImportResult | null>(null)
  const preview = useChange(previewPeopleRoute, { invalidates: [] })
  const bring = useChange(importPeopleRoute)

  const check = async (): Promise<void> => {
    bring.reset()
    setChecked({ text, preview: (await preview.send({ body: { text } })).data })
  }
  const apply = async (): Promise<void> => {
    setDone((await bring.send({ body: { text } })).data)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    check().catch(() => setChecked(null))
  }
  const startAnew = (): void => {
    setText('')
    setChecked(null)
    setDone(null)
  }
  if (done !== null) return <ImportDone result={done} onAgain={startAnew} />

  const error = preview.error ?? bring.error
  return (
    <div className="ImportFile">
      <form className="ImportFile-form" onSubmit={submit}>
        <FileDrop
          label="CSV file"
          hint="With a heading. Commas, semicolons or tabs, as a spreadsheet saves it; up to 5,000 people."
          accept=".csv,.tsv,.txt"
          maxBytes={250_000}
          placeholder={template}
          value={text}
          onChange={setText}
        />
        <div>
          <Button
            type="submit"
            variant={checked?.text === text ? 'secondary' : 'primary'}
            busy={preview.sending}
            disabled={text.trim() === ''}
          >
            Check the file
          </Button>
        </div>
      </form>
      <ImportGuide />
      {error !== null && (
        <Notice kind="error" title={titleOf(error)}>
          {sentenceOf(error)}
        </Notice>
      )}
      {checked !== null && (
        <Preview
          preview={checked.preview}
          isOld={checked.text !== text}
          busy={bring.sending}
          onApply={() => void apply().catch(() => check().catch(() => undefined))}
        />
      )}
    </div>
  )
}
