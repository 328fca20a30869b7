import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import type { ExpectedSkill } from '@plumbline/shared/levels/pack-index.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { Details } from '../../ui/Details.tsx'
import { PopoverAt } from '../../ui/PopoverAt.tsx'
import { reachableWhenScrolling } from '../../ui/reachable.ts'
import { ExpectationCells } from '../ExpectationCells.tsx'
import { ExpectationReasons } from '../ExpectationReasons.tsx'
import { blankWords } from '../framework-words.ts'
import type { SkillSheet } from './skill-sheet.ts'
import '../../ui/Table.css'
import '../ExpectationsTable.css'

interface SkillRolesProps extends Pick<SkillSheet, 'roles'> {
  skill: Pack['skills'][number]
  seniority: Seniority
  pack: Pack
}

type Asked = { readonly role: Pack['roles'][number]; readonly expected: ExpectedSkill; readonly anchor: HTMLElement }

/** The roles that expect the skill with level and reason, and why the others do not. */
export function SkillRoles({ roles, skill, seniority, pack }: SkillRolesProps) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const caption = `What roles expect of ${skill.name} at ${seniority}`
  const blank = roles.filter(({ expected }) => expected === null)
  return (
    <>
      {blank.length < roles.length && (
        <div ref={reachableWhenScrolling} className="Table-frame ExpectationsTable-frame" role="group" aria-label={caption}>
          <table className="Table ExpectationsTable">
            <thead>
              <tr>
                <th scope="col">Role</th>
                <th scope="col">Level</th>
                <th scope="col">Importance</th>
                <th scope="col">Basis</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {roles.map(
                ({ role, expected }) =>
                  expected !== null && (
                    <tr key={role.id}>
                      <th scope="row">
                        <Link to={paths.frameworkRole} params={{ roleId: role.id }} search={{ seniority }}>
                          {role.name}
                        </Link>
                      </th>
                      <ExpectationCells expected={expected} />
                      <td>
                        <Button
                          variant="quiet"
                          aria-label={`Why ${role.name}`}
                          aria-haspopup="dialog"
                          onClick={(event) => setAsked({ role, expected, anchor: event.currentTarget })}
                        >
                          Why
                        </Button>
                      </td>
                    </tr>
                  ),
              )}
            </tbody>
          </table>
        </div>
      )}
      {blank.length > 0 && (
        <Details summary={blank.length === 1 ? '1 role does not expect it' : `${blank.length} roles do not expect it`}>
          <ul>
            {blank.map(({ role }) => (
              <li key={role.id}>{blankWords(role, skill)}</li>
            ))}
          </ul>
        </Details>
      )}
      {asked !== null && (
        <PopoverAt key={asked.role.id} anchor={asked.anchor} title={`Why ${asked.role.name}`} onClose={() => setAsked(null)}>
          <ExpectationReasons expected={asked.expected} role={asked.role} seniority={seniority} pack={pack} />
        </PopoverAt>
      )}
    </>
  )
}
