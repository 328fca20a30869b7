export type Freshness = 'fresh' | 'ageing' | 'stale'

const dayMs = 86_400_000

/** Days since 1970 of an ISO day or timestamp, shifted by whole months; the last day of a shorter month stands in for a missing one. */
function dayNumber(iso: string, months = 0): number {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) throw new RangeError(`Not an ISO day: ${iso}`)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const result = Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)) / dayMs
  if (Number.isNaN(result)) throw new RangeError(`Not an ISO day: ${iso}`)
  return result
}

/**
 * Age of a rating against the organisation's limit in months: ageing past three quarters of the limit, stale past all of it.
 * `null` when it was never rated. Both days are ISO (`2026-03-31`, a time after it is ignored); anything else throws a RangeError.
 */
export function freshness(ratedOn: string | null, today: string, limitMonths = 12): Freshness | null {
  if (ratedOn === null) return null
  const rated = dayNumber(ratedOn)
  const age = dayNumber(today) - rated
  const limit = dayNumber(ratedOn, limitMonths) - rated
  if (age > limit) return 'stale'
  return age * 4 > limit * 3 ? 'ageing' : 'fresh'
}
