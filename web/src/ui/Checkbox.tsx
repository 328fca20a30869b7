import { type ReactNode, useId } from 'react'
import { FieldError } from './Field.tsx'
import './Checkbox.css'

interface CheckboxProps {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  name?: string
  value: boolean
  onChange: (value: boolean) => void
  disabled?: boolean
}

export function Checkbox({ label, hint, error, name, value, onChange, disabled }: CheckboxProps) {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter((part) => part !== false).join(' ')
  return (
    <div className="Checkbox">
      <input
        type="checkbox"
        {...{ id, name, disabled }}
        checked={value}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={error === undefined ? undefined : true}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <div className="Field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
