import { can } from '@plumbline/shared/access/can.ts'
import type { Team } from '@plumbline/shared/teams/contract.ts'
import { inTreeOrder } from '@plumbline/shared/teams/tree.ts'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Loaded } from '../api/Loaded.tsx'
import { paths } from '../paths.ts'
import { useTeams } from '../teams/queries.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Section } from '../ui/Section.tsx'
import { reachableWhenScrolling } from '../ui/reachable.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { RemoveTeamDialog } from './RemoveTeamDialog.tsx'
import { TeamDialog } from './TeamDialog.tsx'
import { leadInWords } from './lead-days.ts'
import './TeamTree.css'

const route = getRouteApi(`/framed${paths.people}`)

/** What is open over the tree; `teamId` is `null` for a new team. */
interface Open {
  dialog: 'change' | 'remove'
  teamId: string | null
}

/** The teams with who leads them and how many people they have; each leads to its people. */
export function TeamTree({ mayManage }: { mayManage: boolean }) {
  const read = useTeams()
  const { team: chosen } = route.useSearch()
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => setOpen(null)
  const team = read.data?.teams.find(({ id }) => id === open?.teamId)
  const add = (
    <Button
      disabled={!mayManage}
      title={mayManage ? undefined : can.manageOrganisation.reason}
      onClick={() => setOpen({ dialog: 'change', teamId: null })}
    >
      <Icon name="plus" />
      Add a team
    </Button>
  )
  return (
    <Section title="Teams" actions={add}>
      <Loaded of={read}>
        {({ teams }) =>
          teams.length === 0 ? (
            <EmptyState title="No teams yet">
              People are grouped, assessed and compared by team. Add one here, or import a file that names them.
            </EmptyState>
          ) : (
            <ul ref={reachableWhenScrolling} className="TeamTree">
              {inTreeOrder(teams).map((entry) => (
                <TeamEntry
                  key={entry.team.id}
                  {...entry}
                  isChosen={entry.team.id === chosen}
                  onChange={mayManage ? () => setOpen({ dialog: 'change', teamId: entry.team.id }) : null}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {open?.dialog === 'change' && (open.teamId === null || team !== undefined) && (
        <TeamDialog
          team={team ?? null}
          teams={read.data?.teams ?? []}
          onClose={close}
          onRemove={() => setOpen({ dialog: 'remove', teamId: open.teamId })}
        />
      )}
      {open?.dialog === 'remove' && team !== undefined && <RemoveTeamDialog team={team} onClose={close} />}
    </Section>
  )
}

interface TeamEntryProps {
  team: Team
  depth: number
  isChosen: boolean
  /** `null` where it may not be changed. */
  onChange: (() => void) | null
}

function TeamEntry({ team, depth, isChosen, onChange }: TeamEntryProps) {
  return (
    <li className="TeamTree-entry" style={{ paddingInlineStart: `${depth * 0.9}rem` }}>
      <div className="TeamTree-text">
        <Link to={paths.people} search={{ team: isChosen ? undefined : team.id }} aria-current={isChosen ? 'true' : undefined}>
          {depth > 0 && <VisuallyHidden>Level {depth + 1}: </VisuallyHidden>}
          {team.name}
        </Link>
        {team.leads.length > 0 && <span className="TeamTree-leads">led by {team.leads.map(leadInWords).join(', ')}</span>}
      </div>
      <span className="TeamTree-count">
        {team.people}
        <VisuallyHidden> {team.people === 1 ? 'person' : 'people'}</VisuallyHidden>
      </span>
      {onChange !== null && (
        <Button variant="quiet" aria-label={`Change ${team.name}`} onClick={onChange}>
          Change
        </Button>
      )}
    </li>
  )
}
