import { PlumblineError, conflict, invalid } from '@plumbline/shared/errors/problem.ts'

/** What a broken rule of the database means to the person who broke it. */
const constraintWords: Record<string, { pointer: string; detail: string }> = {
  people_email: { pointer: '/email', detail: 'Another person of your organisation has this e-mail address.' },
  teams_name: { pointer: '/name', detail: 'Another team of your organisation has this name.' },
  memberships_org_id_person_id_key: { pointer: '', detail: 'This person has signed in already.' },
}

interface DatabaseError {
  code: string
  constraint?: string
}

const isDatabaseError = (error: unknown): error is DatabaseError =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'

/** The driver's errors arrive wrapped by drizzle. */
export function databaseErrorOf(error: unknown): DatabaseError | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (isDatabaseError(at)) return at
  return null
}

/** Whether a change that was under way is kept cannot be known when the connection is lost at its end: a retry with the same key or version is safe. */
export const busy = () => new PlumblineError('busy', 'The database is busy or restarting. Try again in a moment.')

const lost = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/

/** The driver's own words for a lost connection or a full pool have no code. */
function isLost(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (lost.test(at.message)) return true
  return false
}

/** Maps by SQLSTATE. The database's own text can hold people's data, so it is neither returned nor logged. */
export function mapDatabaseError(error: unknown): unknown {
  if (isLost(error)) return busy()
  const database = databaseErrorOf(error)
  if (!database) return error
  const { code, constraint = '' } = database
  const words = constraintWords[constraint]
  const fields = words ? [{ in: 'body' as const, pointer: words.pointer, detail: words.detail }] : []
  if (code === '23505') return conflict(words?.detail ?? 'This exists already.', fields)
  if (code === '23503') return conflict('Something that this refers to is not there any more. Load the page again.')
  if (code.startsWith('23') || code.startsWith('22'))
    return invalid('A value cannot be kept as it is: it is out of bounds or holds characters that cannot be stored.', fields)
  if (code === '57014' || code === '55P03' || /^(08|40|53|57P)/.test(code) || /^(CONNECT|ECONN|ENOENT|EPIPE|ETIMEDOUT)/.test(code))
    return busy()
  return new DatabaseFault(code, constraint)
}

/** A fault of ours: SQLSTATE and constraint name are safe to log, nothing else is kept. */
export class DatabaseFault extends Error {
  constructor(code: string, constraint: string) {
    super(`database error ${code}${constraint === '' ? '' : ` (${constraint})`}`)
    this.name = 'DatabaseFault'
  }
}
