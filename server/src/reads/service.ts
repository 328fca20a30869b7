import { can } from '@plumbline/shared/access/can.ts'
import { notFound } from '@plumbline/shared/errors/problem.ts'
import type { GivenOf, QueryOf } from '@plumbline/shared/http/route.ts'
import type { listReadsRoute } from '@plumbline/shared/reads/contract.ts'
import { requires } from '#access/require.ts'
import { cursorOf, readCursor } from '#audit/cursor.ts'
import type { Ctx } from '#http/context.ts'
import { personById, readsOf } from './queries.ts'

/** Who read what is held on a person; for that person alone. */
export async function listReads(
  { tx, actor }: Ctx,
  personId: string,
  { after, limit, ...filter }: QueryOf<typeof listReadsRoute>,
): Promise<GivenOf<typeof listReadsRoute>> {
  const person = await personById(tx, actor.orgId, personId)
  if (!person) throw notFound()
  requires(can.viewOwn, actor, person)
  const place = after === undefined ? undefined : readCursor(after)
  const rows = await readsOf(tx, actor.orgId, personId, { ...filter, limit, after: place })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    reads: page.map(({ readerName, means, id, at, what, team, purpose, people, rows }) => {
      const reader = { name: readerName, token: means.startsWith('token:') }
      return { id, at, reader, what, team, purpose, people, rows }
    }),
    next: rows.length > limit && last ? cursorOf({ at: last.place, id: last.id }) : null,
  }
}
