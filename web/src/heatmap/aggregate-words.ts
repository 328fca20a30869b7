import type { AggregateShare } from '@plumbline/shared/heatmap/aggregates-contract.ts'

type Rounded = Pick<AggregateShare, 'percent' | 'side'>

/** "≤ 30 %", "40 %" or "≥ 70 %". */
export const aggregateText = ({ percent, side }: Rounded): string =>
  `${{ less: '≤\u00a0', about: '', more: '≥\u00a0' }[side]}${percent}\u00a0%`

/** "30 % or less is met, of 6 people". */
export const aggregateWords = ({ percent, side, people }: Rounded & Pick<AggregateShare, 'people'>): string =>
  `${{ less: `${percent} % or less`, about: `about ${percent} %`, more: `${percent} % or more` }[side]} is met, of ${people} people`
