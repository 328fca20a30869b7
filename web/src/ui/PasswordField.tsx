import { useState } from 'react'
import { Button } from './Button.tsx'
import { Field, type FieldProps } from './Field.tsx'
import './PasswordField.css'

interface PasswordFieldProps extends FieldProps {
  name?: string
  value: string
  onChange: (value: string) => void
  /** Tells password managers whether to fill in or to offer a new one. */
  autoComplete: 'current-password' | 'new-password'
}

/** A password with a button that shows it. */
export function PasswordField({ name, value, onChange, autoComplete, ...field }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <Field {...field}>
      {(wiring) => (
        <div className="PasswordField">
          <input
            {...wiring}
            {...{ name, value, autoComplete }}
            className="Control"
            type={shown ? 'text' : 'password'}
            spellCheck={false}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button variant="quiet" aria-pressed={shown} aria-label="Show password" onClick={() => setShown(!shown)}>
            {shown ? 'Hide' : 'Show'}
          </Button>
        </div>
      )}
    </Field>
  )
}
