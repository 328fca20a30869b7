import { Details } from '../ui/Details.tsx'
import type { SkillGap } from './queries.ts'
import './RoleSplit.css'

/** One skill's missing people, role by role. */
export function RoleSplit({ roles, roleName }: { roles: SkillGap['roles']; roleName: (id: string) => string }) {
  return (
    <Details summary={roles.length === 1 ? '1\u00a0role' : `${roles.length}\u00a0roles`}>
      <ul className="RoleSplit">
        {roles.map(({ role, importance, missing }) => (
          <li key={role}>
            {roleName(role)}: {missing}
            {importance === 'must' && ', a must'}
          </li>
        ))}
      </ul>
    </Details>
  )
}
