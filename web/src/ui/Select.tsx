import { Field, type FieldProps } from './Field.tsx'
import './Select.css'

export interface Option<Value extends string = string> {
  value: Value
  label: string
  disabled?: boolean
}

interface SelectProps<Value extends string> extends FieldProps {
  name?: string
  value: Value
  onChange: (value: Value) => void
  options: readonly Option<Value>[]
  disabled?: boolean
}

/** One of a short list, as the platform's own select. */
export function Select<Value extends string>({ name, value, onChange, options, disabled, ...field }: SelectProps<Value>) {
  const choose = (chosen: string): void => {
    const option = options.find((one) => one.value === chosen)
    if (option !== undefined) onChange(option.value)
  }
  return (
    <Field {...field}>
      {(wiring) => (
        <select {...wiring} {...{ name, value, disabled }} className="Control Select" onChange={(event) => choose(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
