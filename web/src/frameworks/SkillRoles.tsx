import type { Seniority } from '@plumbline/shared/frameworks/pack.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { reachableWhenScrolling } from '../ui/reachable.ts'
import { ExpectationCells } from './ExpectationCells.tsx'
import type { SkillSheet } from './skill-sheet.ts'
import '../ui/Table.css'

/** Every role, with what it expects of the skill. */
export function SkillRoles({ roles, seniority }: Pick<SkillSheet, 'roles'> & { seniority: Seniority }) {
  const expecting = roles.filter(({ expected }) => expected !== null).length
  const caption = `Expected by ${expecting} of ${roles.length} roles, at ${seniority}`
  return (
    <div ref={reachableWhenScrolling} className="Table-frame SkillRoles" role="group" aria-label={caption}>
      <table className="Table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Level</th>
            <th scope="col">Importance</th>
            <th scope="col">Basis</th>
          </tr>
        </thead>
        <tbody>
          {roles.map(({ role, expected }) => (
            <tr key={role.id}>
              <th scope="row">
                <Link to={paths.framework} search={{ role: role.id, seniority }}>
                  {role.name}
                </Link>
              </th>
              {expected === null ? (
                <td colSpan={3} className="SkillRoles-not">
                  not expected
                </td>
              ) : (
                <ExpectationCells expected={expected} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
