import { Link } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { paths } from '../paths.ts'
import { reachableWhenScrolling } from '../ui/reachable.ts'
import type { OverviewRow, RowTeam } from './overview-rows.ts'
import '../ui/VisuallyHidden.css'
import './OverviewTable.css'

export interface OverviewCellProps<T> {
  team: T
  column: string
}

interface OverviewTableProps<T extends RowTeam> {
  caption: string
  columns: readonly { id: string; name: string }[]
  rows: readonly OverviewRow<T>[]
  Cell: ComponentType<OverviewCellProps<T>>
  /** Whether a team's name leads to its heatmap. */
  linked?: boolean
}

/** Teams × something: the team stays in sight while the columns scroll, and the depth in the tree is shown by indentation. */
export function OverviewTable<T extends RowTeam>({ caption, columns, rows, Cell, linked = true }: OverviewTableProps<T>) {
  return (
    <div ref={reachableWhenScrolling} className="OverviewTable-frame" role="group" aria-label={caption}>
      <table className="OverviewTable">
        <caption className="VisuallyHidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Team</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.team.id}>
              <th scope="row" style={{ paddingInlineStart: `${0.25 + Math.min(row.depth, 6)}rem` }}>
                {linked ? (
                  <Link to={paths.team} params={{ teamId: row.team.id }}>
                    {row.team.name}
                  </Link>
                ) : (
                  <span className="OverviewTable-name">{row.team.name}</span>
                )}
                <small>
                  {row.team.people === 1 ? '1 person' : `${row.team.people} people`}
                  {row.hidden > 0 && (
                    <>
                      {', '}
                      <Link from={paths.organisation} to={paths.organisation} search={(now) => ({ ...now, top: row.team.id })}>
                        {row.hidden} below
                      </Link>
                    </>
                  )}
                </small>
              </th>
              {columns.map(({ id }) => (
                <td key={id}>
                  <Cell team={row.team} column={id} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
