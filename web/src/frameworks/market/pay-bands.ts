import type { Claim } from '@plumbline/shared/frameworks/pack-market.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { seniority, type Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import type { Figure } from './figures.ts'

/** One document's pay in one unit. Units are never converted, so each is a scale of its own. */
export interface PayColumn {
  readonly key: string
  readonly document: string
  readonly title: string
  readonly unit: string
  /** Claims for each seniority; none where nothing is printed. */
  readonly cells: Readonly<Record<Seniority, readonly Claim[]>>
}

/** Pay by seniority as each document prints it, in the order in which the framework names them. */
export function payColumns({ claims, documents }: Pick<Pack, 'claims' | 'documents'>): PayColumn[] {
  const columns = new Map<string, Claim[]>()
  for (const claim of claims) {
    const [figure] = claim.figures
    const [source] = claim.sources
    if (claim.topic !== 'pay' || claim.seniority === undefined || figure === undefined || source === undefined) continue
    const key = `${source.document} ${figure.unit}`
    columns.set(key, [...(columns.get(key) ?? []), claim])
  }
  return [...columns].map(([key, members]) => {
    const document = members[0]?.sources[0]?.document ?? ''
    const at = (one: Seniority) => members.filter((claim) => claim.seniority === one)
    return {
      key,
      document,
      title: documents.find(({ id }) => id === document)?.title ?? document,
      unit: members[0]?.figures[0]?.unit ?? '',
      cells: { entry: at('entry'), mid: at('mid'), senior: at('senior'), architect: at('architect') },
    }
  })
}

/** Where a figure lies on its column's scale from 0, in percent of the greatest number printed there. */
export interface PaySpan {
  readonly from: number
  /** As `from` for a single point. */
  readonly to: number
  readonly open: boolean
}

/** Room that is left behind the greatest number, for the arrow of an open end. */
const reach = 90

/** The spans of one column by seniority. An open end goes no further than the last number that is printed. */
export function paySpans(column: Pick<PayColumn, 'cells'>): Readonly<Record<Seniority, readonly PaySpan[]>> {
  const figuresOf = (one: Seniority): Figure[] => column.cells[one].flatMap(({ figures }) => figures.slice(0, 1))
  const top = Math.max(...seniority.options.flatMap(figuresOf).flatMap(({ low, high }) => [low, high ?? low]))
  const spansOf = (one: Seniority): PaySpan[] =>
    figuresOf(one).map(({ low, high, open }) => ({ from: (low * reach) / top, to: ((high ?? low) * reach) / top, open }))
  return { entry: spansOf('entry'), mid: spansOf('mid'), senior: spansOf('senior'), architect: spansOf('architect') }
}
