import type { Team } from '@plumbline/shared/teams/contract.ts'
import { utcDayOf } from '../ui/dates.ts'

/** A lead's name, with the days that they lead where they have an end. */
export function leadInWords({ name, from, until }: Team['leads'][number]): string {
  const days = [from === null ? '' : `from ${utcDayOf(from)}`, until === null ? '' : `until ${utcDayOf(until)}`].filter(
    (part) => part !== '',
  )
  return days.length === 0 ? name : `${name} (${days.join(' ')})`
}
