import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './Field.tsx'

type Native = Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | keyof FieldProps>

interface TextAreaProps extends FieldProps, Native {
  value: string
  onChange: (value: string) => void
}

/** Several lines of text; grows with what is written. */
export function TextArea({ label, hint, error, optional, labelHidden, value, onChange, ...native }: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, optional, labelHidden }}>
      {(wiring) => (
        <textarea rows={3} {...native} {...wiring} className="Control" value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}
