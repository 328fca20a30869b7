import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { utcDayOf } from '../ui/dates.ts'
import { levelCell } from '../ui/level-cell.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { aggregateText, aggregateWords } from './aggregate-words.ts'
import { type OverviewRow, shadeOf } from './overview-rows.ts'
import { type OverviewCellProps, OverviewTable } from './OverviewTable.tsx'
import type { AggregateTeam } from './queries.ts'

interface AggregatesTableProps {
  rows: readonly OverviewRow<AggregateTeam>[]
  categories: Pack['categories']
}

/** Teams × skill categories in rounded shares, without links: there is nothing behind a number for those who see it. */
export function AggregatesTable({ rows, categories }: AggregatesTableProps) {
  return (
    <>
      <OverviewTable
        caption="Rounded share of expectations met, by team and skill category"
        columns={categories}
        rows={rows}
        Cell={AggregateCell}
        linked={false}
      />
      <p className="OverviewTable-key">
        Share of the expectations shown to be met, in tens of percent: “{aggregateText({ percent: 30, side: 'less' })}” is 30 % or less, “
        {aggregateText({ percent: 70, side: 'more' })}” is 70 % or more. “·” means that there are too few people to show it, or too few
        ratings. Each team counts with all below it.
      </p>
    </>
  )
}

function AggregateCell({ team, column: category }: OverviewCellProps<AggregateTeam>) {
  const share = team.categories[category]
  if (!share)
    return (
      <span className="OverviewTable-none" title="too few people or ratings to show">
        <span aria-hidden="true">·</span>
        <VisuallyHidden>too few people or ratings to show</VisuallyHidden>
      </span>
    )
  const words = `${aggregateWords(share)}, counted on ${utcDayOf(share.countedOn)}`
  return (
    <span title={words} {...levelCell(shadeOf(share.percent / 100))}>
      <span aria-hidden="true">{aggregateText(share)}</span>
      <small aria-hidden="true">{share.people} people</small>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  )
}
