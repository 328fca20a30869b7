import { type ReactNode, useId } from 'react'
import { Icon } from './Icon.tsx'
import './Field.css'
import './VisuallyHidden.css'

/** What every field takes; `form.field(name)` gives `name` and `error` with the value. */
export interface FieldProps {
  label: string
  /** What to enter, where the label does not say it. */
  hint?: ReactNode
  error?: string | undefined
  /** Says so beside the label: most fields are needed, so only the others are marked. */
  optional?: boolean | undefined
  /** The label is for screen readers only: for filters in a toolbar. */
  labelHidden?: boolean | undefined
}

/** Attributes that tie a control to its label, hint and error. */
export interface FieldWiring {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label above, hint and error below, tied to the control that `children` draws. */
export function Field({
  label,
  hint,
  error,
  optional,
  labelHidden,
  children,
}: FieldProps & { children: (wiring: FieldWiring) => ReactNode }) {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter((part) => part !== false).join(' ')
  return (
    <div className="Field">
      <label htmlFor={id} className={labelHidden === true ? 'VisuallyHidden' : 'Field-label'}>
        {label}
        {optional === true && <span className="Field-optional"> optional</span>}
      </label>
      {hint !== undefined && (
        <div className="Field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null
  return (
    <div className="Field-error" id={id}>
      <Icon name="error" />
      {error}
    </div>
  )
}
