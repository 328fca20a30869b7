const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })
const dayInUtc = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const dayAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })
const timeInUtc = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' })

/** "21 November 2026" where the reader is, of an instant. */
export const dayOf = (instant: string): string => day.format(new Date(instant))

/** "21 November 2026", of a day that was fixed in UTC, whatever the reader's time zone. */
export const utcDayOf = (isoDay: string): string => dayInUtc.format(new Date(isoDay))

/** "21 November 2026 at 14:05" where the reader is. */
export const momentOf = (instant: string): string => dayAndTime.format(new Date(instant))

/** "14:05" in UTC. */
export const utcTimeOf = (instant: string): string => timeInUtc.format(new Date(instant))
