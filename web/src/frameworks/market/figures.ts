import type { Claim } from '@plumbline/shared/frameworks/pack-market.ts'

export type Figure = Claim['figures'][number]

const count = new Intl.NumberFormat('en')

/** "22–40+ INR LPA": the printed numbers in the printed unit, with a plus where the upper end is open. */
export function figureWords({ low, high, open, unit }: Figure): string {
  const span = high === null || high === low ? count.format(low) : `${count.format(low)}–${count.format(high)}`
  return `${span}${open ? '+' : ''} ${unit}`
}

/** A claim's figure as the first of its sources prints it; `null` for a claim without a figure. */
export const printedFigure = ({ figures, sources }: Pick<Claim, 'figures' | 'sources'>): string | null =>
  figures.length === 0 ? null : (sources.find(({ printed }) => printed !== undefined)?.printed ?? null)
