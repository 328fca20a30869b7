import { Button } from '../ui/Button.tsx'
import { reachableWhenScrolling } from '../ui/reachable.ts'
import { ExpectationCells } from './ExpectationCells.tsx'
import { SkillLink } from './SkillLink.tsx'
import type { RoleSheet, SkillLine } from './role-sheet.ts'
import '../ui/Table.css'
import '../ui/VisuallyHidden.css'
import './ExpectationsTable.css'

interface ExpectationsTableProps {
  caption: string
  sheet: Pick<RoleSheet, 'categories'>
  /** Asks for the reasons; `anchor` is the button that was pressed. */
  onWhy: (line: SkillLine, anchor: HTMLElement) => void
}

/** Expected skills under the headings of their categories; a category of which nothing is expected says so. */
export function ExpectationsTable({ caption, sheet, onWhy }: ExpectationsTableProps) {
  return (
    <div ref={reachableWhenScrolling} className="Table-frame ExpectationsTable-frame" role="group" aria-label={caption}>
      <table className="Table ExpectationsTable">
        <caption className="VisuallyHidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Skill</th>
            <th scope="col">Level</th>
            <th scope="col">Importance</th>
            <th scope="col">Basis</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        {sheet.categories.map(({ id, name, size, lines }) => (
          <tbody key={id}>
            <tr className="ExpectationsTable-category">
              <th scope="rowgroup" colSpan={5}>
                {name} <small>{lines.length === 0 ? `none of ${size} expected` : `${lines.length} of ${size}`}</small>
              </th>
            </tr>
            {lines.map((line) => (
              <tr key={line.skill.id}>
                <th scope="row">
                  <SkillLink skill={line.skill} />
                </th>
                <ExpectationCells expected={line.expected} />
                <td>
                  <Button
                    variant="quiet"
                    aria-label={`Why ${line.skill.name}`}
                    aria-haspopup="dialog"
                    onClick={(event) => onWhy(line, event.currentTarget)}
                  >
                    Why
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
