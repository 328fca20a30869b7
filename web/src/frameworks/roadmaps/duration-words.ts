import type { Stage } from '@plumbline/shared/frameworks/pack-learning.ts'

const count = new Intl.NumberFormat('en')

/** "4–6 months", or that no time is known. */
export function durationWords(duration: Pick<NonNullable<Stage['duration']>, 'low' | 'high'> | null): string {
  if (duration === null) return 'no time printed'
  const { low, high } = duration
  return low === high ? `${count.format(low)} months` : `${count.format(low)}–${count.format(high)} months`
}
