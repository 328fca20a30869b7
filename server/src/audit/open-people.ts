import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { purposeRequired } from '@plumbline/shared/errors/problem.ts'
import type { Opened } from '@plumbline/shared/reads/contract.ts'
import type { Ctx } from '#http/context.ts'
import { writeRead } from './read-queries.ts'
import type { NewRead } from './read-queries.ts'
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

function digestOf({ actor, by }: Ctx, { purpose, what, subject, people }: Omit<NewRead, 'digest'>): Buffer {
  const read = [actor.accountId, by?.means ?? null, by?.sessionId ?? null, purpose, what, subject, ...people]
  return createHash('sha256').update(JSON.stringify(read)).digest()
}
