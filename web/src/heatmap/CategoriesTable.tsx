import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { coverageText } from '@plumbline/shared/heatmap/coverage.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { levelCell } from '../ui/level-cell.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { type OverviewRow, shadeOf } from './overview-rows.ts'
import { type OverviewCellProps, OverviewTable } from './OverviewTable.tsx'
import { percent } from './percent.ts'
import type { OverviewTeam } from './queries.ts'

/** Teams × skill categories: the share of what roles expect that is shown to be met. Each number leads to the skills behind it. */
export function CategoriesTable({ rows, categories }: { rows: readonly OverviewRow<OverviewTeam>[]; categories: Pack['categories'] }) {
  return (
    <>
      <OverviewTable caption="Share of expectations met, by team and skill category" columns={categories} rows={rows} Cell={ShareCell} />
      <p className="OverviewTable-key">
        Share of the expectations shown to be met: the stronger the colour the more, from none to all. “2 –” means that 2 are not rated; a
        dashed frame, that none is. “·” means that nothing is expected. Each team counts with all below it.
      </p>
    </>
  )
}

function ShareCell({ team, column: category }: OverviewCellProps<OverviewTeam>) {
  const { expected, rated, met } = team.categories[category] ?? { expected: 0, rated: 0, met: 0 }
  if (expected === 0)
    return (
      <span className="OverviewTable-none" title="nothing is expected">
        <span aria-hidden="true">·</span>
        <VisuallyHidden>nothing is expected</VisuallyHidden>
      </span>
    )
  const words = coverageText({ expected, rated, met })
  return (
    <Link
      to={paths.team}
      params={{ teamId: team.id }}
      search={{ view: 'coverage', category }}
      preload={false}
      title={words}
      {...levelCell(rated === 0 ? null : shadeOf(met / expected))}
    >
      {rated === 0 ? '–' : percent(met / expected)}
      <small aria-hidden="true">
        {met}/{expected}
        {rated > 0 && rated < expected && `, ${expected - rated} –`}
      </small>
      <VisuallyHidden>, {words}</VisuallyHidden>
    </Link>
  )
}
