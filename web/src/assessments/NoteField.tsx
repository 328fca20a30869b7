import { useState } from 'react'
import { TextArea } from '../ui/TextArea.tsx'

interface NoteFieldProps {
  label: string
  note: string
  onChange: (note: string) => void
}

/** Opened on demand, so it takes focus. While it is written in, its own text stands: the kept one is trimmed and may come late. */
export function NoteField({ label, note, onChange }: NoteFieldProps) {
  const [text, setText] = useState<string>()
  return (
    <TextArea
      label={label}
      labelHidden
      rows={2}
      maxLength={2000}
      placeholder="What this rests on: projects, courses, what you would need"
      value={text ?? note}
      ref={focusAtEnd}
      onChange={(written) => {
        setText(written)
        onChange(written)
      }}
      onBlur={() => setText(undefined)}
    />
  )
}

function focusAtEnd(element: HTMLTextAreaElement | null): void {
  element?.focus()
  element?.setSelectionRange(element.value.length, element.value.length)
}
