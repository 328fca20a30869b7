import { nameIn } from '@plumbline/shared/levels/name-in.ts'
import type { PackIndex } from '@plumbline/shared/levels/pack-index.ts'
import { Notice } from '../ui/Notice.tsx'
import type { HeatmapPerson } from './queries.ts'
import { absence } from './risks.ts'

interface AbsenceNoticeProps {
  people: readonly HeatmapPerson[]
  index: PackIndex
  away: string
}

/** What the team could not do, or only through one person, while somebody is away. */
export function AbsenceNotice({ people, index, away }: AbsenceNoticeProps) {
  const names = new Map(people.map((person) => [person.id, person.name]))
  const name = names.get(away)
  if (name === undefined) return <Notice kind="info">This person is not in the team any more.</Notice>
  const { uncovered, singlePoints } = absence(people, away, index)
  const skillName = (id: string): string => nameIn(index.skillById, id)
  if (uncovered.length + singlePoints.length === 0)
    return <Notice kind="ok">Without {name} nothing new is uncovered or hangs on one person.</Notice>
  return (
    <Notice kind="warn" title={`Without ${name}`}>
      <ul className="RisksView-list">
        {uncovered.map((skill) => (
          <li key={skill}>
            <strong>{skillName(skill)}</strong> is held by nobody.
          </li>
        ))}
        {singlePoints.map(({ skill, personId }) => (
          <li key={skill}>
            {skillName(skill)} hangs on {names.get(personId)} alone.
          </li>
        ))}
      </ul>
    </Notice>
  )
}
