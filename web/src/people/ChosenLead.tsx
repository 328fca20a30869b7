import type { Team } from '@plumbline/shared/teams/contract.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { TextField } from '../ui/TextField.tsx'

type Lead = Team['leads'][number]

interface ChosenLeadProps {
  lead: Lead
  onChange: (lead: Lead) => void
  onRemove: () => void
}

const orNull = (day: string): string | null => (day === '' ? null : day)

/** A lead of a team, for good or for a time. */
export function ChosenLead({ lead, onChange, onRemove }: ChosenLeadProps) {
  const [asked, setAsked] = useState(false)
  const { name, from, until } = lead
  const forATime = asked || from !== null || until !== null
  return (
    <li>
      <span className="LeadPicker-name">{name}</span>
      {forATime ? (
        <span className="LeadPicker-days">
          <TextField
            label="From"
            type="date"
            aria-label={`${name} leads from`}
            value={from ?? ''}
            onChange={(day) => onChange({ ...lead, from: orNull(day) })}
          />
          <TextField
            label="Until"
            type="date"
            aria-label={`${name} leads until`}
            value={until ?? ''}
            onChange={(day) => onChange({ ...lead, until: orNull(day) })}
          />
        </span>
      ) : (
        <Button variant="quiet" aria-label={`${name} leads for a time only`} onClick={() => setAsked(true)}>
          For a time…
        </Button>
      )}
      <IconButton icon="close" label={`${name} no longer leads`} onClick={onRemove} />
    </li>
  )
}
