import { nameIn } from '@plumbline/shared/levels/name-in.ts'
import type { Person } from '@plumbline/shared/people/contract.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Loaded } from '../api/Loaded.tsx'
import { useFramework } from '../frameworks/queries.ts'
import { paths } from '../paths.ts'
import { useTeams } from '../teams/queries.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { utcDayOf } from '../ui/dates.ts'
import { DirectoryFilters } from './DirectoryFilters.tsx'
import { AccessDialog } from './AccessDialog.tsx'
import { ComeBackDialog, LeaveDialog } from './LeaveDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { RemovePersonDialog } from './RemovePersonDialog.tsx'
import { RemoveSecondFactorDialog } from './RemoveSecondFactorDialog.tsx'
import { SignInLinkDialog } from './SignInLinkDialog.tsx'
import { usePeople } from './queries.ts'
import './Directory.css'

const route = getRouteApi(`/framed${paths.people}`)

/** What is open over the table, and for whom. */
interface Open {
  dialog: 'change' | 'link' | 'remove' | 'access' | 'factor' | 'leave' | 'back'
  personId: string
}

/** The people that the address asks for, a page at a time. */
export function Directory({ mayManage, ownId }: { mayManage: boolean; ownId: string | null }) {
  const filter = route.useSearch()
  const read = usePeople(filter)
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => setOpen(null)
  const person = read.data?.people.find(({ id }) => id === open?.personId)
  return (
    <Section title="People" note={read.data === undefined ? undefined : amount(read.data.total, filter)}>
      <DirectoryFilters mayManage={mayManage} />
      <Loaded of={read}>
        {({ people, next }) => (
          <>
            <PeopleTable people={people} ownId={ownId} mayManage={mayManage} onOpen={setOpen} empty={emptyWords(filter)} />
            <nav className="Directory-pages" aria-label="Pages of the list">
              {filter.after !== undefined && (
                <ButtonLink to={paths.people} search={{ ...filter, after: undefined }}>
                  First page
                </ButtonLink>
              )}
              {next !== null && (
                <ButtonLink to={paths.people} search={{ ...filter, after: next }}>
                  Next page
                </ButtonLink>
              )}
            </nav>
          </>
        )}
      </Loaded>
      {person !== undefined && open?.dialog === 'change' && (
        <PersonDialog
          person={person}
          onClose={close}
          onRemove={() => setOpen({ dialog: 'remove', personId: person.id })}
          onAccess={person.hasAccount ? () => setOpen({ dialog: 'access', personId: person.id }) : undefined}
          onRemoveFactor={person.hasAccount && person.id !== ownId ? () => setOpen({ dialog: 'factor', personId: person.id }) : undefined}
          {...(person.id !== ownId && { onLeave: () => setOpen({ dialog: 'leave', personId: person.id }) })}
        />
      )}
      {person !== undefined && person.access !== null && open?.dialog === 'access' && (
        <AccessDialog person={person} access={person.access} onClose={close} />
      )}
      {person !== undefined && open?.dialog === 'factor' && <RemoveSecondFactorDialog person={person} onClose={close} />}
      {person !== undefined && open?.dialog === 'link' && <SignInLinkDialog person={person} onClose={close} />}
      {person !== undefined && open?.dialog === 'leave' && <LeaveDialog person={person} onClose={close} />}
      {person !== undefined && open?.dialog === 'back' && <ComeBackDialog person={person} onClose={close} />}
      {person !== undefined && open?.dialog === 'remove' && <RemovePersonDialog person={person} onClose={close} />}
    </Section>
  )
}

interface PeopleTableProps {
  people: readonly Person[]
  /** Whoever is acting: their own password is changed elsewhere. */
  ownId: string | null
  mayManage: boolean
  onOpen: (open: Open) => void
  empty: string
}

function PeopleTable({ people, ownId, mayManage, onOpen, empty }: PeopleTableProps) {
  const teams = useTeams()
  const framework = useFramework()
  const teamNames = new Map((teams.data?.teams ?? []).map(({ id, name }) => [id, name]))
  const roleById = framework.data?.index.roleById
  const roleOf = (id: string | null): string => (id === null ? '–' : roleById === undefined ? '…' : nameIn(roleById, id))
  const ofLeaver = (person: Person) => (
    <span className="Directory-controls">
      <Button variant="quiet" aria-label={`${person.name} is back`} onClick={() => onOpen({ dialog: 'back', personId: person.id })}>
        Is back
      </Button>
      <Button variant="quiet" aria-label={`Remove ${person.name}`} onClick={() => onOpen({ dialog: 'remove', personId: person.id })}>
        Remove…
      </Button>
    </span>
  )
  const controls = (person: Person) => (
    <span className="Directory-controls">
      {person.id !== ownId && (
        <Button
          variant="quiet"
          aria-label={`${person.hasAccount ? 'New sign-in link for' : 'Invite'} ${person.name}`}
          onClick={() => onOpen({ dialog: 'link', personId: person.id })}
        >
          {person.hasAccount ? 'New sign-in link' : 'Invite'}
        </Button>
      )}
      <Button variant="quiet" aria-label={`Change ${person.name}`} onClick={() => onOpen({ dialog: 'change', personId: person.id })}>
        Change
      </Button>
    </span>
  )
  return (
    <Table
      caption="People of the organisation"
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        { key: 'name', head: 'Name', rowHead: true, cell: ({ name }) => name },
        { key: 'email', head: 'E-mail', cell: ({ email }) => email },
        { key: 'team', head: 'Team', cell: ({ teamId }) => (teamId === null ? '–' : (teamNames.get(teamId) ?? '…')) },
        { key: 'role', head: 'Role', cell: ({ roleId }) => roleOf(roleId) },
        { key: 'seniority', head: 'Seniority', cell: ({ seniority }) => seniority },
        {
          key: 'access',
          head: 'Signs in as',
          cell: ({ access, leftOn }) => (leftOn !== null ? `left on ${utcDayOf(leftOn)}` : (access ?? 'not yet')),
        },
        ...(mayManage
          ? [
              {
                key: 'controls',
                head: 'Controls',
                cell: (person: Person) => (person.leftOn === null ? controls(person) : ofLeaver(person)),
              },
            ]
          : []),
      ]}
    />
  )
}

interface Filter {
  search?: string | undefined
  team?: string | undefined
  left?: true | undefined
}

function emptyWords({ search, team, left }: Filter): string {
  if (search !== undefined || team !== undefined) return 'Nobody fits. Change the search or the team.'
  return left === true ? 'Nobody left, or their time is over and they were removed.' : 'Nobody here yet.'
}

function amount(total: number, { search, team }: Filter): string {
  const people = `${total.toLocaleString('en')} ${total === 1 ? 'person' : 'people'}`
  return search === undefined && team === undefined ? people : `${people} found`
}
