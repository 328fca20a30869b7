/** How long one kind of data is kept, in whole days, and from when on they count. */
export interface RetentionClass {
  /** Days where the organisation has set none. */
  readonly days: number
  /** Bounds of what an organisation may set; absent where the days are fixed. */
  readonly bounds?: { readonly least: number; readonly most: number }
  readonly name: string
  /** What goes when the days are over. */
  readonly goes: string
  readonly why: string
}

const bounds = { least: 30, most: 3650 }

/** Every class with what it keeps. The database's `kept_days` holds the same days. */
export const retentionClasses = {
  leavers_ratings: {
    days: 90,
    bounds,
    name: 'People who left',
    goes: 'All that is held on them, counted from the day they left: ratings, assessments, notes, replies, an unfinished draft, and their entry itself.',
    why: 'So that they find their ratings if they come back soon; nothing else needs them.',
  },
  rating_history: {
    days: 730,
    bounds,
    name: 'Rating history',
    goes: 'Ratings that a newer one of the same kind replaced, counted from the day it did. The newest of each person, skill and kind stays.',
    why: 'The trend shows how skills grew. It ends where the history ends; present levels do not change.',
  },
  audit: {
    days: 400,
    bounds,
    name: 'Audit trail',
    goes: 'The oldest sealed events, counted from the day of each. What is left stays a chain that can be verified.',
    why: 'A yearly review can look back over the whole year.',
  },
  reads: {
    days: 400,
    bounds,
    name: 'Who read what',
    goes: 'Entries of the readers’ record, counted from the day of each.',
    why: 'Everyone can see over a year who read their ratings.',
  },
  invitations: {
    days: 30,
    name: 'Invitations',
    goes: 'Links that were never used, counted from the day they ended.',
    why: 'They let nobody in any more.',
  },
  idempotency_keys: {
    days: 7,
    name: 'Answers kept for retries',
    goes: 'What a change answered, counted from the day of the change.',
    why: 'A lost answer is asked for again within minutes.',
  },
} as const satisfies Record<string, RetentionClass>

export type RetentionClassId = keyof typeof retentionClasses
export const retentionClassIds = Object.keys(retentionClasses) as RetentionClassId[]

/** The classes whose days an organisation may set. */
export const changeableClasses = ['leavers_ratings', 'rating_history', 'audit', 'reads'] as const
export type ChangeableClass = (typeof changeableClasses)[number]

export type RetentionDays = Readonly<Record<RetentionClassId, number>>

/** The days in force: those set, else those that come with the product. */
export const daysInForce = (set: Readonly<Partial<Record<ChangeableClass, number>>>): RetentionDays =>
  Object.fromEntries(
    retentionClassIds.map((id) => [id, (set as Partial<Record<string, number>>)[id] ?? retentionClasses[id].days]),
  ) as RetentionDays
