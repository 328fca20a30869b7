export interface Changed {
  field: string
  /** `undefined`: there is no before, the value was given. */
  before: string | undefined
  after: string
}

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function wordsOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What an event says field by field: what differs where it has a before and an after, else all that it holds. */
export function changedIn({ before, after, ...rest }: Readonly<Record<string, unknown>>): Changed[] {
  const others = Object.entries(rest).map(([field, value]) => ({ field, before: undefined, after: wordsOf(value) }))
  if (before === undefined && after === undefined) return others
  if (!isFields(after)) return [...others, { field: 'value', before: wordsOf(before), after: wordsOf(after) }]
  const was = isFields(before) ? before : {}
  const fields = Object.keys(after).map((field) => ({ field, before: wordsOf(was[field]), after: wordsOf(after[field]) }))
  return [...others, ...fields.filter((one) => one.before !== one.after)]
}

/** `team.changed` → "Team changed". */
export function actionWords(action: string): string {
  const words = action.replaceAll(/[._-]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
