import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Purpose } from '@plumbline/shared/access/purpose.ts'
import type { Opened } from '@plumbline/shared/reads/contract.ts'
import type { Ctx } from '#http/context.ts'

export interface NewRead {
  readonly what: Opened
  readonly subject: string
  readonly people: readonly string[]
  readonly purpose: Purpose | null
  readonly detail: object
  /** Tells the same read again from another. */
  readonly digest: Buffer
}

/**
 * Whether it was written: false where the same read stands in this hour already. Looked for first, because a transaction that only tries to write
 * waits for the disk as well; of two at once the second gives way.
 */
export async function writeRead({ tx, actor, by }: Ctx, read: NewRead): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    insert into reads (id, account_id, person_id, means, session_id, purpose, what, subject, detail, people, digest)
    select ${uuidv7()}::uuid, ${actor.accountId}::uuid, ${actor.personId}::uuid, ${by?.means ?? 'session'}, ${by?.sessionId ?? null}::uuid, ${read.purpose},
      ${read.what}, ${read.subject}, ${JSON.stringify(read.detail)}::jsonb, ${`{${read.people.join(',')}}`}::uuid[], ${read.digest}::bytea
    where not exists (
      select from reads where org_id = ${actor.orgId} and hour = date_trunc('hour', now(), 'UTC') and digest = ${read.digest}::bytea)
    on conflict do nothing`)
  return rowCount === 1
}
