import { type ReactNode, useId } from 'react'
import { Button } from '../../ui/Button.tsx'
import { FieldError } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { Keyed } from './form-values.ts'
import './Rows.css'

interface RowsProps<Row extends Keyed> {
  label: string
  hint?: string
  /** One of them, for the names of its buttons: "source". */
  one: string
  error?: string | undefined
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
  blank: () => Row
  /** The fields of one row. */
  children: (row: Row, change: (part: Partial<Row>) => void, at: number) => ReactNode
}

/** A list whose rows have fields of their own. */
export function Rows<Row extends Keyed>({ label, hint, one, error, rows, onChange, blank, children }: RowsProps<Row>) {
  const id = useId()
  const change = (at: number) => (part: Partial<Row>) => onChange(rows.map((row, place) => (place === at ? { ...row, ...part } : row)))
  return (
    <div className="Rows" role="group" aria-labelledby={id}>
      <div id={id} className="Field-label">
        {label}
        <span className="Field-optional"> optional</span>
      </div>
      {hint !== undefined && <div className="Field-hint">{hint}</div>}
      {rows.map((row, at) => (
        <div key={row.key} className="Rows-row" role="group" aria-label={`${one} ${at + 1}`}>
          {children(row, change(at), at)}
          <IconButton icon="close" label={`Remove ${one} ${at + 1}`} onClick={() => onChange(rows.toSpliced(at, 1))} />
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...rows, blank()])}>
          <Icon name="plus" />
          Add a {one}
        </Button>
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
