/** This many calendar months before `now`, at the start of that day in UTC; the last day of a shorter month stands in for a missing one. */
export function monthsBefore(now: Date, months: number): Date {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(now.getUTCDate(), lastDay))
  return first
}

/** `share` (0 to 1) of the way through the working hours of the day so many days after `start`. */
export const workingTime = (start: Date, days: number, share: number): Date =>
  new Date(start.getTime() + (days * 24 + 8 + share * 9) * 3_600_000)
