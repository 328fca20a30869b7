import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './Field.tsx'

type Native = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type' | keyof FieldProps>

export interface TextFieldProps extends FieldProps, Native {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'email' | 'url' | 'search' | 'number' | 'date' | 'tel'
}

/** One line of text. Numbers and dates are text here too: the contract's schema decides what they mean when the form is sent. */
export function TextField({ label, hint, error, optional, labelHidden, value, onChange, type = 'text', ...native }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, labelHidden }}>
      {(wiring) => (
        <input {...native} {...wiring} className="Control" type={type} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}
