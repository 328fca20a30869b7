import type { ExpectedSkill } from '@plumbline/shared/levels/pack-index.ts'
import { memo } from 'react'
import { gridCell, gridRow } from '../../ui/grid-attributes.ts'
import { levelCell } from '../../ui/level-cell.ts'
import type { MatrixSearch } from '../framework-search.ts'
import type { MatrixLine, MatrixSheet } from './matrix-sheet.ts'

interface MatrixRowProps {
  line: MatrixLine
  /** Its row in the grid, from 1. */
  at: number
  roles: MatrixSheet['roles']
  basis: MatrixSearch['basis']
  /** One's own role. */
  own: string | null
  /** The column that can be reached by Tab, where it is in this row. */
  focus: number | null
}

/** A category's name, or a skill with a cell per role. */
export const MatrixRow = memo(function MatrixRow({ line, at, roles, basis, own, focus }: MatrixRowProps) {
  if (line.kind === 'category')
    return (
      <tr {...gridRow(at)} className="Matrix-category">
        <th {...gridCell('rowheader', 0, null)} scope="rowgroup" colSpan={roles.length + 1} aria-colspan={roles.length + 1}>
          <span>
            {line.name} <small>{line.size}</small>
          </span>
        </th>
      </tr>
    )
  return (
    <tr {...gridRow(at)} className="Matrix-skill">
      <th {...gridCell('rowheader', 0, focus)} scope="row" className="Matrix-name" title={line.skill.name}>
        {line.skill.name}
      </th>
      {roles.map(({ id }, column) => {
        const cell = line.cells[column] ?? null
        return (
          <td key={id} {...gridCell('gridcell', column + 1, focus)} {...lookOf(cell, basis)} data-own={id === own || undefined}>
            {cell !== null && (basis === undefined || cell.basis === basis) ? cell.level : null}
          </td>
        )
      })}
    </tr>
  )
})

/** A cell is one node: what it means beside its number is said by attributes. */
function lookOf(cell: ExpectedSkill | null, basis: MatrixSearch['basis']) {
  if (cell === null) return { className: 'Matrix-blank', 'aria-label': 'not expected' }
  if (basis !== undefined && cell.basis !== basis) return { className: 'Matrix-other', 'aria-label': `expected, but ${cell.basis}` }
  return {
    ...levelCell(cell.level),
    'data-basis': cell.basis,
    'data-importance': cell.importance,
    'aria-label': `${cell.level}, ${cell.importance}, ${cell.basis}`,
  }
}
