import { can } from '@plumbline/shared/access/can.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Team } from '@plumbline/shared/teams/contract.ts'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Loaded } from '../../api/Loaded.tsx'
import { useHeatmap } from '../../heatmap/queries.ts'
import { actorOf } from '../../identity/queries.ts'
import { useMe } from '../../organisations/queries.ts'
import { paths } from '../../paths.ts'
import { useTeams } from '../../teams/queries.ts'
import { LevelCell } from '../../ui/LevelCell.tsx'
import { Section } from '../../ui/Section.tsx'
import { Select } from '../../ui/Select.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { holdersOf } from './holders.ts'
import './SkillHolders.css'

type Skill = Pack['skills'][number]

const route = getRouteApi('/framed/framework/skills/$skillId')

/** Who of the teams that I may see holds the skill, or why I see nobody. */
export function SkillHolders({ skill }: { skill: Skill }) {
  const me = useMe()
  const teams = useTeams()
  return (
    <Loaded of={me}>
      {(me) => (
        <Loaded of={teams}>
          {({ teams }) => {
            const actor = actorOf(me)
            const mine = teams.filter((team) => can.viewHeatmap.allows(actor, team))
            return mine.length > 0 ? (
              <TeamHolders skill={skill} teams={mine} />
            ) : (
              <Section title="Who holds it">
                <p>Names are not shown to you. {can.viewHeatmap.reason}</p>
              </Section>
            )
          }}
        </Loaded>
      )}
    </Loaded>
  )
}

function TeamHolders({ skill, teams }: { skill: Skill; teams: readonly Team[] }) {
  const { team: asked } = route.useSearch()
  const navigate = route.useNavigate()
  const ids = new Set(teams.map(({ id }) => id))
  const top = teams.find(({ parentId }) => parentId === null || !ids.has(parentId))
  const teamId = asked !== undefined && ids.has(asked) ? asked : (top?.id ?? '')
  return (
    <Section
      title="Who holds it"
      note="At level 3 or above, in the team and all below it."
      actions={
        <Toolbar label="Of which team">
          <Select
            label="Team"
            value={teamId}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(team) => void navigate({ search: (now) => ({ ...now, team }), resetScroll: false, replace: true })}
          />
        </Toolbar>
      }
    >
      <People skill={skill} teamId={teamId} />
    </Section>
  )
}

function People({ skill, teamId }: { skill: Skill; teamId: string }) {
  return (
    <Loaded of={useHeatmap(teamId)}>
      {({ people }) => {
        const { holders, learners, notRated } = holdersOf(people, skill.position)
        return (
          <>
            <p>
              {holders.length} of {people.length} hold it; {learners} are below level 3, {notRated} are not rated.{' '}
              <Link to={paths.team} params={{ teamId }} search={{ category: skill.category }}>
                Heatmap of its category
              </Link>
            </p>
            <ul className="SkillHolders">
              {holders.map(({ id, name, level }) => (
                <li key={id}>
                  <LevelCell level={level} /> {name}
                </li>
              ))}
            </ul>
          </>
        )
      }}
    </Loaded>
  )
}
