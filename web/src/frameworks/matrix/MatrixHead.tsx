import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { memo } from 'react'
import { gridCell, gridPart, gridRow } from '../../ui/grid-attributes.ts'

interface MatrixHeadProps {
  roles: readonly Pack['roles'][number][]
  seniority: Seniority
  ownRole: string | null
  /** The column that can be reached by Tab, where it is in the heads. */
  focus: number | null
}

/** The roles; one's own is marked. */
export const MatrixHead = memo(function MatrixHead({ roles, seniority, ownRole, focus }: MatrixHeadProps) {
  return (
    <thead {...gridPart}>
      <tr {...gridRow(-1)} className="Matrix-over">
        <td {...gridCell('gridcell', 0, null)} className="Matrix-corner" />
        <th {...gridCell('columnheader', 1, null)} scope="colgroup" colSpan={roles.length} aria-colspan={roles.length}>
          <span>Level at {seniority}</span>
        </th>
      </tr>
      <tr {...gridRow(0)} className="Matrix-roles">
        <th {...gridCell('columnheader', 0, focus)} scope="col" className="Matrix-corner">
          Skill
        </th>
        {roles.map(({ id, name }, at) => (
          <th key={id} {...gridCell('columnheader', at + 1, focus)} scope="col" title={name} data-own={id === ownRole || undefined}>
            <span>
              {name}
              {id === ownRole && <small> my role</small>}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
})
