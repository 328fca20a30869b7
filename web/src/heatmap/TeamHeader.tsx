import { useNavigate, Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { paths } from '../paths.ts'
import { useMe } from '../organisations/queries.ts'
import { useTeams } from '../teams/queries.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Select } from '../ui/Select.tsx'
import { percent } from './percent.ts'
import type { TeamHeatmap } from './queries.ts'
import { teamsAbove, viewableTeams } from './viewable-teams.ts'

const indent = '\u00a0'

/** The team's name and place, how ready it is, and the way to another team. */
export function TeamHeader({ teamId, heatmap }: { teamId: string; heatmap: TeamHeatmap | undefined }) {
  const navigate = useNavigate({ from: paths.team })
  const me = useMe().data
  const teams = useTeams().data?.teams ?? []
  const choices = me === undefined ? [] : viewableTeams(teams, me)
  const viewable = new Set(choices.map(({ team }) => team.id))
  const name = teams.find((team) => team.id === teamId)?.name ?? heatmap?.team.name ?? 'Team'
  const above = teamsAbove(teams, teamId)
  return (
    <PageHeader
      title={name}
      {...(heatmap !== undefined && { subtitle: factsOf(heatmap) })}
      {...(above.length > 0 && {
        trail: above.map((team, depth) => (
          <Fragment key={team.id}>
            {depth > 0 && ' / '}
            {viewable.has(team.id) ? (
              <Link to={paths.team} params={{ teamId: team.id }}>
                {team.name}
              </Link>
            ) : (
              team.name
            )}
          </Fragment>
        )),
      })}
      actions={
        <>
          {choices.length > 1 && (
            <div className="TeamPage-picker">
              <Select
                label="Team"
                labelHidden
                value={teamId}
                options={choices.map(({ team, depth }) => ({ value: team.id, label: `${indent.repeat(2 * depth)}${team.name}` }))}
                onChange={(id) => void navigate({ to: paths.team, params: { teamId: id }, search: (now) => ({ ...now, away: undefined }) })}
              />
            </div>
          )}
          <ButtonLink to={paths.practices} params={{ teamId }}>
            Practices
          </ButtonLink>
        </>
      }
    />
  )
}

function factsOf({ people, readiness }: TeamHeatmap): string {
  const count = `${people.length} ${people.length === 1 ? 'person' : 'people'}`
  return readiness === null ? count : `${count}, ${percent(readiness)} ready for what their roles expect`
}
