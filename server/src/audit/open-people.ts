import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Purpose } from '@plumbline/shared/access/purpose.ts'
import { purposeRequired } from '@plumbline/shared/errors/problem.ts'
import type { Opened } from '@plumbline/shared/reads/contract.ts'
import type { Ctx } from '#http/context.ts'
import { record } from './record.ts'

interface Opening {
  readonly what: Opened
  /** `<noun>:<id>`: the team or person that was asked for. */
  readonly subject: string
  /** Everyone whose data is in the answer; the reader's own is left out. */
  readonly people: readonly string[]
}

/**
 * Call it in a verb of a route that `opensPeople`, after its rights and before it answers. Throws `purpose_required` where other people's data is
 * opened and nobody said what for; otherwise writes the read and its audit event, once an hour for the same people in the same session.
 */
export async function openPeople(ctx: Ctx, opening: Opening): Promise<void> {
  const people = othersIn(ctx, opening.people)
  if (people.length === 0) return
  const purpose = ctx.by?.purpose ?? null
  if (purpose === null) throw purposeRequired()
  const read = { ...opening, people, purpose, detail: {} }
  const digest = digestOf(ctx, read)
  if (await writeRead(ctx, { ...read, digest }))
    await record(ctx, 'people.read', opening.subject, { what: opening.what, people: people.length, purpose })
}

/** Shows those in an exported file that it was taken. Every export is a read of its own, and its audit event is the caller's to write. */
export async function noteExport(ctx: Ctx, opening: Opening, detail: { rows: number } & Record<string, unknown>): Promise<void> {
  const people = othersIn(ctx, opening.people)
  if (people.length === 0) return
  await writeRead(ctx, { ...opening, people, purpose: null, detail, digest: createHash('sha256').update(uuidv7()).digest() })
}

/** Sorted, so that the same people in another order are the same read. */
const othersIn = ({ actor }: Ctx, people: readonly string[]): string[] =>
  [...new Set(people)].filter((id) => id !== actor.personId).toSorted()

interface NewRead extends Opening {
  readonly purpose: Purpose | null
  readonly detail: object
}

function digestOf({ actor, by }: Ctx, { purpose, what, subject, people }: NewRead): Buffer {
  const read = [actor.accountId, by?.means ?? null, by?.sessionId ?? null, purpose, what, subject, ...people]
  return createHash('sha256').update(JSON.stringify(read)).digest()
}

/**
 * Whether it was written: false where the same read stands in this hour already. Looked for first, because a transaction that only tries to write
 * waits for the disk as well; of two at once the second gives way.
 */
async function writeRead({ tx, actor, by }: Ctx, read: NewRead & { digest: Buffer }): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    insert into reads (id, account_id, person_id, means, session_id, purpose, what, subject, detail, people, digest)
    select ${uuidv7()}::uuid, ${actor.accountId}::uuid, ${actor.personId}::uuid, ${by?.means ?? 'session'}, ${by?.sessionId ?? null}::uuid, ${read.purpose},
      ${read.what}, ${read.subject}, ${JSON.stringify(read.detail)}::jsonb, ${`{${read.people.join(',')}}`}::uuid[], ${read.digest}::bytea
    where not exists (
      select from reads where org_id = ${actor.orgId} and hour = date_trunc('hour', now(), 'UTC') and digest = ${read.digest}::bytea)
    on conflict do nothing`)
  return rowCount === 1
}
