import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { Field, type FieldProps } from './Field.tsx'
import './FileDrop.css'

interface FileDropProps extends FieldProps {
  /** The text itself, whichever way it came. */
  value: string
  onChange: (text: string, fileName: string | undefined) => void
  /** File endings to offer, such as `.csv,.yaml`. */
  accept: string
  /** Larger files are refused before they are read. */
  maxBytes?: number
  /** What to do about a larger one. */
  tooLarge?: string
  placeholder?: string
}

const splitIt = 'Split it and send the parts one by one.'

/** A text file, pasted, dropped or chosen; what arrived can be read and corrected in place. */
export function FileDrop({
  value,
  onChange,
  accept,
  maxBytes = 1_000_000,
  tooLarge = splitIt,
  placeholder,
  error,
  ...field
}: FileDropProps) {
  const [refusal, setRefusal] = useState<string>()
  const [over, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)

  const take = async (file: File): Promise<void> => {
    if (file.size > maxBytes) return setRefusal(`${file.name} is larger than ${Math.floor(maxBytes / 1000)} kB. ${tooLarge}`)
    const text = await file.text()
    if (text.includes('\0'))
      return setRefusal(`${file.name} is not a text file. Save it as ${accept.replaceAll(',', ' or ')} and try again.`)
    setRefusal(undefined)
    onChange(text, file.name)
  }
  const takeFrom = (event: DragEvent | ClipboardEvent, data: DataTransfer): void => {
    const file = data.files[0]
    setOver(false)
    if (file === undefined) return
    event.preventDefault()
    void take(file)
  }

  return (
    <Field {...field} error={refusal ?? error}>
      {(wiring) => (
        <div
          className="FileDrop"
          data-over={over ? '' : undefined}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => takeFrom(event, event.dataTransfer)}
        >
          <textarea
            {...wiring}
            {...{ value, placeholder }}
            className="Control"
            rows={6}
            spellCheck={false}
            onChange={(event) => onChange(event.target.value, undefined)}
            onPaste={(event) => takeFrom(event, event.clipboardData)}
          />
          <div className="FileDrop-foot">
            <Button onClick={() => chooser.current?.click()}>Choose a file</Button>
            <span>or drop it here, or paste</span>
          </div>
          <input
            ref={chooser}
            type="file"
            hidden
            accept={accept}
            onChange={(event) => {
              const file = event.target.files?.[0]
              // Emptied, so that the same file can be chosen again after it was mended.
              event.target.value = ''
              if (file !== undefined) void take(file)
            }}
          />
        </div>
      )}
    </Field>
  )
}
