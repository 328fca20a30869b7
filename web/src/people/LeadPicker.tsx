import type { Team } from '@plumbline/shared/teams/contract.ts'
import { useDeferredValue, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ChosenLead } from './ChosenLead.tsx'
import { usePeople } from './queries.ts'
import './LeadPicker.css'

type Lead = Team['leads'][number]

interface LeadPickerProps {
  value: readonly Lead[]
  onChange: (leads: Lead[]) => void
  error: string | undefined
}

/** Who leads a team: those chosen, and a search for more. */
export function LeadPicker({ value, onChange, error }: LeadPickerProps) {
  const [text, setText] = useState('')
  const search = useDeferredValue(text.trim())
  const found = usePeople({ search, limit: 6 }, { enabled: search !== '' })
  const chosen = new Set(value.map(({ id }) => id))
  const offered = search === '' ? [] : (found.data?.people ?? []).filter(({ id }) => !chosen.has(id))
  const add = ({ id, name }: Pick<Lead, 'id' | 'name'>): void => {
    onChange([...value, { id, name, from: null, until: null }])
    setText('')
  }
  return (
    <fieldset className="LeadPicker">
      <legend className="Field-label">Leads</legend>
      <ul aria-label="Chosen leads">
        {value.map((lead) => (
          <ChosenLead
            key={lead.id}
            lead={lead}
            onChange={(changed) => onChange(value.map((one) => (one.id === lead.id ? changed : one)))}
            onRemove={() => onChange(value.filter(({ id }) => id !== lead.id))}
          />
        ))}
        {value.length === 0 && <li className="Field-hint">Nobody leads it yet.</li>}
      </ul>
      <TextField
        label="Add a lead"
        hint="They see the ratings of this team and all below it, and rate as lead."
        type="search"
        autoComplete="off"
        placeholder="Name or e-mail address"
        value={text}
        onChange={setText}
        error={error}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // Enter chooses the first one found instead of sending the form.
          event.preventDefault()
          const [first] = offered
          if (first !== undefined) add(first)
        }}
      />
      <div role="status" className="Field-hint">
        {search !== '' && offered.length === 0 && found.data !== undefined && 'Nobody else by this name.'}
      </div>
      <ul aria-label="People found">
        {offered.map(({ id, name, email }) => (
          <li key={id}>
            <Button variant="quiet" onClick={() => add({ id, name })}>
              <Icon name="plus" />
              {name} · {email}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
