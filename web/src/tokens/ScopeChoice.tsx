import type { Scope } from '@plumbline/shared/access/token-scopes.ts'
import { useId } from 'react'
import { Checkbox } from '../ui/Checkbox.tsx'
import { FieldError } from '../ui/Field.tsx'
import type { Offer } from './token-words.ts'
import './Tokens.css'

interface ScopeChoiceProps {
  offers: readonly Offer[]
  hint: string
  value: readonly Scope[]
  onChange: (value: readonly Scope[]) => void
  error: string | undefined
}

/** What a token may do, each in words. */
export function ScopeChoice({ offers, hint, value, onChange, error }: ScopeChoiceProps) {
  const id = useId()
  const described = error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`
  return (
    <fieldset className="Tokens-choice" aria-describedby={described} aria-invalid={error === undefined ? undefined : true}>
      <legend className="Field-label">What it may do</legend>
      <p className="Field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      {offers.map(({ scope, sentence }) => (
        <Checkbox
          key={scope}
          label={sentence}
          hint={<code>{scope}</code>}
          value={value.includes(scope)}
          onChange={(chosen) => onChange(chosen ? [...value, scope] : value.filter((one) => one !== scope))}
        />
      ))}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}
