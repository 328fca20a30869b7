import { Details } from '../ui/Details.tsx'
import { Tag } from '../ui/Tag.tsx'
import type { RoleGap } from './queries.ts'
import { RoleSkills } from './RoleSkills.tsx'
import './RoleGaps.css'

interface RoleGapsProps {
  roles: readonly RoleGap[]
  skillName: (id: string) => string
  roleName: (id: string) => string
}

/** How many are named before one opens a role. */
const named = 3

/** What is missing per role; each opens to all of its skills. */
export function RoleGaps({ roles, skillName, roleName }: RoleGapsProps) {
  return (
    <ul className="RoleGaps">
      {roles.map((gap) => (
        <li key={gap.role}>
          <div className="RoleGaps-head">
            <h3>{roleName(gap.role)}</h3>
            {gap.unfilled > 0 && <Tag tone="warn">{gap.unfilled} unfilled</Tag>}
          </div>
          <p>{roleWords(gap)}</p>
          {gap.skills.length > 0 && (
            <Details summary={summaryOf(gap, skillName)}>
              <RoleSkills role={roleName(gap.role)} skills={gap.skills} skillName={skillName} />
            </Details>
          )}
        </li>
      ))}
    </ul>
  )
}

/** "1 present, 3 demanded; somebody is missing in 22 of 24 expected skills". */
export function roleWords({ present, demanded, skills, covered }: Pick<RoleGap, 'present' | 'demanded' | 'skills' | 'covered'>): string {
  const there = `${present} present, ${demanded} demanded`
  const all = skills.length + covered
  if (all === 0) return `${there}; the framework does not say which skills the role needs`
  return `${there}; somebody is missing in ${skills.length} of ${all} expected skills`
}

function summaryOf({ skills }: RoleGap, skillName: (id: string) => string): string {
  const first = skills.slice(0, named).map(({ skill, missing }) => `${skillName(skill)} ${missing}`)
  const rest = skills.length - first.length
  return `Missing most: ${first.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
