import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { useRef, useState } from 'react'
import { gridOfSize, gridPart } from '../../ui/grid-attributes.ts'
import { type Place, inside } from '../../ui/grid-keys.ts'
import { useGridWalk } from '../../ui/use-grid-walk.ts'
import type { MatrixSearch } from '../framework-search.ts'
import { MatrixHead } from './MatrixHead.tsx'
import { MatrixRow } from './MatrixRow.tsx'
import { matrixPlaceAfter } from './matrix-keys.ts'
import type { MatrixSheet } from './matrix-sheet.ts'
import './Matrix.css'

interface MatrixGridProps {
  sheet: MatrixSheet
  basis: MatrixSearch['basis']
  seniority: Seniority
  ownRole: string | null
  /** Enter, Space or a click: row 0 is the head of a role, column 0 the name of a skill. */
  onOpen: (place: Place, cell: HTMLElement) => void
}

/** Rows that Page Up and Page Down pass. */
const page = 12

/** Skills × roles as a real table that arrow keys walk, with one cell in the order of Tab. */
export function MatrixGrid({ sheet: { roles, lines }, basis, seniority, ownRole, onOpen }: MatrixGridProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<Place>({ row: 2, column: 1 })
  const count = { rows: lines.length, columns: roles.length }
  const near = inside(wanted, count)
  const place = lines[near.row - 1]?.kind === 'category' ? { ...near, row: near.row + 1 } : near
  const walk = useGridWalk({
    frame,
    place,
    onMove: setWanted,
    after: (press) => matrixPlaceAfter(place, press, { lines, columns: roles.length, page }),
    opens: ({ row }) => lines[row - 1]?.kind !== 'category',
    onOpen,
  })

  return (
    <div ref={frame} className="Matrix-frame">
      <table {...gridOfSize(count)} {...walk} className="Matrix" aria-label={`Expected levels at ${seniority}`}>
        <MatrixHead roles={roles} seniority={seniority} ownRole={ownRole} focus={place.row === 0 ? place.column : null} />
        <tbody {...gridPart}>
          {lines.map((line, at) => (
            <MatrixRow
              key={line.kind === 'category' ? `category ${line.id}` : line.skill.id}
              line={line}
              at={at + 1}
              roles={roles}
              basis={basis}
              own={ownRole}
              focus={place.row === at + 1 ? place.column : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
