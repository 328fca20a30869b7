import { v7 as uuidv7 } from 'uuid'
import { auditEvents } from '#db/schema.ts'
import type { Ctx } from '#http/context.ts'
import { keysFor } from './key-queries.ts'
import { sealValues } from './sealing.ts'

type Values = Readonly<Record<string, unknown>>

/** What an event says of someone: sealed with their key, so that it can be read as long as they are held, and by nobody afterwards. */
export interface Personal {
  /** The person's id; null where there is nobody whose erasure could end it, and the values stand open. */
  readonly about: string | null
  readonly values: Values
}

export interface NewEvent {
  readonly action: string
  /** `<noun>:<id>`. */
  readonly subject: string
  /** What stays readable for good: ids, counts, names of things, never what is known of a person. */
  readonly open?: Values
  readonly personal?: Personal
}

/** Rows of one statement: a statement takes 65,535 values. */
const mostAtOnce = 2000

/** Writes many events of one change, in its transaction, and gives back their ids. */
export async function recordAll(ctx: Ctx, events: readonly NewEvent[]): Promise<string[]> {
  const { tx, actor, by } = ctx
  const keys = await keysFor(
    tx,
    actor.orgId,
    events.flatMap(({ personal }) => personal?.about ?? []),
  )
  const rows = events.map(({ action, subject, open, personal }) => {
    const id = uuidv7()
    const detail = { ...open, ...(personal && hidden(personal, { orgId: actor.orgId, eventId: id }, keys)) }
    return { id, accountId: actor.accountId, personId: actor.personId, action, subject, detail, means: by?.means ?? 'server' }
  })
  for (let from = 0; from < rows.length; from += mostAtOnce) await tx.insert(auditEvents).values(rows.slice(from, from + mostAtOnce))
  return rows.map(({ id }) => id)
}

function hidden({ about, values }: Personal, place: { orgId: string; eventId: string }, keys: ReadonlyMap<string, Buffer>): Values {
  if (about === null) return values
  const key = keys.get(about)
  if (!key) throw new Error('a person without a key')
  return { sealed: sealValues(values, key, { ...place, person: about }) }
}

/** Writes who did what, in the transaction of the change, and gives back the event's id. `subject` is `<noun>:<id>`. */
export async function record(ctx: Ctx, action: string, subject: string, open: Values = {}, personal?: Personal): Promise<string> {
  const [id] = await recordAll(ctx, [{ action, subject, open, ...(personal && { personal }) }])
  if (id === undefined) throw new Error('an event that was not written')
  return id
}
