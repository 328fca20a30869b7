import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { practiceLevelNames } from '@plumbline/shared/frameworks/pack-practices.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { levelCell } from '../ui/level-cell.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import type { OverviewRow } from './overview-rows.ts'
import { type OverviewCellProps, OverviewTable } from './OverviewTable.tsx'
import type { OverviewTeam } from './queries.ts'

/** Teams × practice areas: the maturity of each team's own checklist. Each number leads to the checklist. */
export function AreasTable({ rows, areas }: { rows: readonly OverviewRow<OverviewTeam>[]; areas: Pack['areas'] }) {
  return (
    <>
      <OverviewTable caption="Maturity by team and practice area" columns={areas} rows={rows} Cell={MaturityCell} />
      <p className="OverviewTable-key">
        The highest level of which, and of those below, every applicable practice is answered most or all: {levelWords}. Beside it the plain
        share of what is held, which also shows work above a missing practice. A team’s own checklist; teams below are not added.
      </p>
    </>
  )
}

const levelWords = ['none', ...practiceLevelNames].map((name, level) => `${level} ${name}`).join(', ')

function MaturityCell({ team, column: area }: OverviewCellProps<OverviewTeam>) {
  const { level, percentage, answered, applicable } = team.areas[area] ?? { level: null, percentage: null, answered: 0, applicable: 0 }
  const words =
    level === null
      ? 'nothing is applicable'
      : answered === 0
        ? `not answered, ${applicable} practices`
        : `${practiceLevelNames[level - 1] ?? 'no level yet'}, ${Math.round(percentage ?? 0)} %, ${answered} of ${applicable} answered`
  // Levels 0 to 4 on the scale of six shades: the deepest stays for all of it.
  const shade = level === null || answered === 0 ? null : level === 4 ? 5 : (level as 0 | 1 | 2 | 3)
  return (
    <Link to={paths.practices} params={{ teamId: team.id }} preload={false} title={words} {...levelCell(shade)}>
      <span aria-hidden="true">{shade === null ? '–' : level}</span>
      <small aria-hidden="true">{answered === 0 ? `${applicable} open` : `${Math.round(percentage ?? 0)} % of ${applicable}`}</small>
      <VisuallyHidden>
        {shade === null ? '' : `${level} `}
        {words}
      </VisuallyHidden>
    </Link>
  )
}
