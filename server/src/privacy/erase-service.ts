import { conflict, forbidden, invalid, notFound } from '@plumbline/shared/errors/problem.ts'
import type { PlumblineError } from '@plumbline/shared/errors/problem.ts'
import { recentMinutes } from '@plumbline/shared/privacy/erasure.ts'
import type { ErasureProof } from '@plumbline/shared/privacy/erasure.ts'
import type { Database } from '#db/client.ts'
import type { Ctx } from '#http/context.ts'
import { sessionOf } from '#http/context.ts'
import { erasePerson } from '#held/erase-person.ts'
import { adminsOf, erasureById, lockAdmins, nameOf, openingOf } from './queries.ts'

interface Refusal {
  readonly error: PlumblineError
  /** Nothing else is in the way. */
  readonly signInAgain: boolean
}

const lastAdmin = 'You are the only admin. Make another person an admin first, then erase yourself.'

/** Why the actor may not erase themselves now, or null. Only they may, so no rule of `can` has anything to decide. */
export async function refusalToErase(ctx: Ctx, { lock = false } = {}): Promise<Refusal | null> {
  const { tx, actor } = ctx
  const opening = await openingOf(tx, sessionOf(ctx), recentMinutes)
  if (opening?.method === 'visit')
    return { error: forbidden('The people of the demo are made up, so there is nobody to erase.'), signInAgain: false }
  if (actor.personId === null)
    return { error: conflict('Your account stands for nobody here. Ask an admin to end it.'), signInAgain: false }
  const admins = actor.role === 'admin' ? await (lock ? lockAdmins : adminsOf)(tx, actor.orgId) : null
  if (admins?.length === 1) return { error: conflict(lastAdmin), signInAgain: false }
  if (opening?.recent !== true)
    return {
      error: forbidden(`This cannot be undone, so sign out and in again first: it has to be within ${recentMinutes} minutes.`),
      signInAgain: true,
    }
  return null
}

/** Erases the actor. They confirm it by typing their own name. */
export async function eraseMe(ctx: Ctx, { confirm }: { confirm: string }): Promise<ErasureProof> {
  const refusal = await refusalToErase(ctx, { lock: true })
  if (refusal !== null) throw refusal.error
  const { tx, actor } = ctx
  if (actor.personId === null) throw notFound()
  const name = await nameOf(tx, actor.orgId, actor.personId)
  if (name === undefined) throw notFound()
  if (confirm.normalize() !== name.normalize())
    throw invalid('Nothing was erased: type your name as it stands here.', [{ in: 'body', pointer: '/confirm', detail: `Type “${name}”.` }])
  return erasePerson(ctx, actor.personId, 'self')
}

/** What is kept of an erasure. Its id is the proof: nobody else can know it, and nothing in it says who was erased. */
export async function getErasure(database: Database, id: string): Promise<ErasureProof> {
  const row = await database.withTx({}, { readOnly: true }, (tx) => erasureById(tx, id))
  if (!row) throw notFound()
  return { ...row, at: row.at.toISOString() }
}
