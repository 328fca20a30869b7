import { type ReactNode, useId } from 'react'
import { FieldError, type FieldProps } from './Field.tsx'
import './RadioGroup.css'
import './VisuallyHidden.css'

interface Choice<Value extends string> {
  value: Value
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
}

interface RadioGroupProps<Value extends string> extends Omit<FieldProps, 'optional'> {
  value: Value | null
  onChange: (value: Value) => void
  options: readonly Choice<Value>[]
  /** Side by side as far as there is room. */
  inline?: boolean
}

/** One of a few, all of them in sight. */
export function RadioGroup<Value extends string>({
  label,
  labelHidden,
  hint,
  error,
  value,
  onChange,
  options,
  inline,
}: RadioGroupProps<Value>) {
  const id = useId()
  return (
    <fieldset
      className="RadioGroup"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      aria-invalid={error === undefined ? undefined : true}
    >
      <legend id={`${id}-label`} className={labelHidden === true ? 'VisuallyHidden' : 'Field-label'}>
        {label}
      </legend>
      {hint !== undefined && <div className="Field-hint">{hint}</div>}
      <div className="RadioGroup-options" data-inline={inline}>
        {options.map((option) => (
          <label key={option.value} className="RadioGroup-option">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span className="Field-hint RadioGroup-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}
