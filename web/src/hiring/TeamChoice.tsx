import type { Team } from '@plumbline/shared/teams/contract.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Details } from '../ui/Details.tsx'
import { countedTeams, isIncluded, toggled } from './team-choice.ts'
import './TeamChoice.css'

interface TeamChoiceProps {
  tree: readonly { team: Team; depth: number }[]
  /** Empty for all of them. */
  chosen: readonly string[]
  onChoose: (teams: string[]) => void
}

/** The teams to plan for, as a tree to tick in. */
export function TeamChoice({ tree, chosen, onChoose }: TeamChoiceProps) {
  const teams = tree.map(({ team }) => team)
  const counted = countedTeams(teams, chosen)
  const all = chosen.length === 0
  const summary = all
    ? `All ${teams.length} teams that you may plan for`
    : `${counted.size} of ${teams.length} teams: ${namesOf(teams, chosen)}`
  return (
    <div className="TeamChoice">
      <Details summary={summary}>
        <fieldset>
          <legend className="Field-hint">A team takes all below it along. Tick none to see all.</legend>
          <ul className="TeamChoice-tree">
            {tree.map(({ team, depth }) => {
              const included = isIncluded(teams, chosen, team.id)
              return (
                <li key={team.id} style={{ paddingInlineStart: `${depth * 1.5}rem` }}>
                  <Checkbox
                    label={included ? `${team.name}, with the team above` : team.name}
                    value={included || chosen.includes(team.id)}
                    disabled={included}
                    onChange={() => onChoose(toggled(teams, chosen, team.id))}
                  />
                </li>
              )
            })}
          </ul>
        </fieldset>
        {!all && <Button onClick={() => onChoose([])}>Show all teams</Button>}
      </Details>
    </div>
  )
}

const namesOf = (teams: readonly Team[], chosen: readonly string[]): string =>
  teams
    .filter(({ id }) => chosen.includes(id))
    .map(({ name }) => name)
    .join(', ')
