import { useId } from 'react'
import { FieldError } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import './ChooseEntries.css'

interface ChooseEntriesProps {
  label: string
  hint?: string
  error?: string | undefined
  /** Ids, in the order that they were chosen. */
  value: readonly string[]
  onChange: (value: string[]) => void
  options: readonly { readonly id: string; readonly name: string }[]
}

/** Some of many entries: those chosen, each with a button that takes it out, and a select that adds one. */
export function ChooseEntries({ label, hint, error, value, onChange, options }: ChooseEntriesProps) {
  const id = useId()
  const left = options.filter((option) => !value.includes(option.id))
  return (
    <div className="ChooseEntries" role="group" aria-labelledby={id}>
      <div id={id} className="Field-label">
        {label}
        <span className="Field-optional"> optional</span>
      </div>
      {hint !== undefined && <div className="Field-hint">{hint}</div>}
      {value.length > 0 && (
        <ul className="ChooseEntries-chosen">
          {value.map((chosen) => {
            const name = options.find((option) => option.id === chosen)?.name ?? chosen
            return (
              <li key={chosen}>
                {name}
                <IconButton icon="close" label={`Take out ${name}`} onClick={() => onChange(value.filter((one) => one !== chosen))} />
              </li>
            )
          })}
        </ul>
      )}
      <Select
        label={`Add to ${label}`}
        labelHidden
        value=""
        onChange={(added) => onChange([...value, added])}
        options={[{ value: '', label: 'Add …', disabled: true }, ...left.map((option) => ({ value: option.id, label: option.name }))]}
      />
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
