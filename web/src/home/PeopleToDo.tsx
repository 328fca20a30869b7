import type { Person } from '@plumbline/shared/people/contract.ts'
import { Link } from '@tanstack/react-router'
import { Loaded } from '../api/Loaded.tsx'
import { paths } from '../paths.ts'
import { Section } from '../ui/Section.tsx'
import { Stat, Stats } from '../ui/Stat.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { usePeopleAtStart } from './queries.ts'

/** What an admin has to see to: first steps while the organisation is new, then what is missing of its people. */
export function PeopleToDo({ teams }: { teams: number }) {
  const people = usePeopleAtStart(true)
  return (
    <Loaded of={people}>
      {({ people, total, next }) => {
        // The admin who began is the first person.
        if (teams === 0 || total < 2) return <FirstSteps teams={teams} people={people} />
        return (
          <Section
            title="People"
            actions={
              <span className="HomePage-links">
                <Link to={paths.organisation}>Organisation</Link>
                <Link to={paths.people}>People &amp; teams</Link>
              </span>
            }
          >
            {next === null ? (
              <Missing people={people} />
            ) : (
              <p>
                {total} people in {teams} teams.
              </p>
            )}
          </Section>
        )
      }}
    </Loaded>
  )
}

function Missing({ people }: { people: readonly Person[] }) {
  const count = (lacks: (person: Person) => boolean): number => people.filter(lacks).length
  const numbers = [
    { label: 'Without a role', value: count((one) => one.roleId === null), note: 'nothing is expected of them' },
    { label: 'Without a team', value: count((one) => one.teamId === null), note: 'in no heatmap' },
    { label: 'Without an account', value: count((one) => !one.hasAccount), note: 'cannot rate themselves yet' },
  ]
  return (
    <Stats>
      <Stat label="People" value={people.length} />
      {numbers.map(({ label, value, note }) => (
        <Stat key={label} label={label} value={value} note={value === 0 ? undefined : note} tone={value === 0 ? 'neutral' : 'warn'} />
      ))}
    </Stats>
  )
}
