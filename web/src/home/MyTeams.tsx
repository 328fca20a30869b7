import type { Team } from '@plumbline/shared/teams/contract.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { Section } from '../ui/Section.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'

interface MyTeamsProps {
  teams: readonly Team[]
  /** Ids of the teams I lead, those below included. */
  leads: readonly string[]
  homeTeamId: string | null
}

interface MyTeam extends Team {
  led: boolean
}

const columns: readonly Column<MyTeam>[] = [
  { key: 'name', head: 'Team', rowHead: true, cell: (team) => team.name },
  { key: 'mine', head: 'I am', cell: (team) => (team.led ? 'lead' : 'member') },
  { key: 'people', head: 'People', numeric: true, cell: (team) => team.people },
  {
    key: 'go',
    head: 'Go to',
    cell: (team) => (
      <span className="HomePage-links">
        {team.led && (
          <Link to={paths.team} params={{ teamId: team.id }}>
            Heatmap<VisuallyHidden> of {team.name}</VisuallyHidden>
          </Link>
        )}
        <Link to={paths.practices} params={{ teamId: team.id }}>
          Practices<VisuallyHidden> of {team.name}</VisuallyHidden>
        </Link>
      </span>
    ),
  },
]

/** The teams I lead, and the one I belong to. */
export function MyTeams({ teams, leads, homeTeamId }: MyTeamsProps) {
  const led = new Set(leads)
  const mine = teams.filter((team) => led.has(team.id) || team.id === homeTeamId).map((team) => ({ ...team, led: led.has(team.id) }))
  if (mine.length === 0) return null
  return (
    <Section title={mine.length === 1 ? 'My team' : 'My teams'}>
      <Table caption="My teams" captionHidden columns={columns} rows={mine} rowKey={(team) => team.id} />
    </Section>
  )
}
