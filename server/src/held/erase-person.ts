import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { notFound } from '@plumbline/shared/errors/problem.ts'
import type { ErasureProof } from '@plumbline/shared/privacy/erasure.ts'
import { heldClasses } from '@plumbline/shared/privacy/held-classes.ts'
import type { HeldClass } from '@plumbline/shared/privacy/held-classes.ts'
import { whoOf } from '#access/actor-of.ts'
import { keyOf } from '#audit/key-queries.ts'
import { record } from '#audit/record.ts'
import { speakFor } from '#db/client.ts'
import type { Ctx } from '#http/context.ts'
import { keepCounts } from '#levels/keep.ts'
import { deleteAccount, deletePerson, forgetAnswers, insertErasure, isOnlyHere, lockPerson } from './erase-queries.ts'
import { countEvents } from './event-queries.ts'
import { countHeld } from './held-queries.ts'
import type { Whose } from './held-queries.ts'
import { heldTables } from './held-tables.ts'

/**
 * Erases a person, all or nothing: deletes what is theirs, takes their name off what stays, destroys the key to what the audit trail says of
 * them, and deletes their account where it belongs nowhere else. Team counts are right afterwards. Whoever calls has asked whether they may.
 * Throws not_found for someone who is not there, or is being erased by someone else.
 */
export async function erasePerson(ctx: Ctx, personId: string, by: 'self' | 'admin' | 'retention'): Promise<ErasureProof> {
  const { tx, actor } = ctx
  const { orgId } = actor
  const person = await lockPerson(tx, orgId, personId)
  if (!person) throw notFound()
  // As the person: their draft is seen by nobody else, and where their account belongs by nobody but it.
  await speakFor(tx, { orgId, personId, accountId: person.accountId })
  const accountGoes = person.accountId !== null && (await isOnlyHere(tx, orgId, person.accountId))
  const { removed, kept } = await inNumbers(ctx, { orgId, personId, accountId: person.accountId }, accountGoes)
  const key = await keyOf(tx, orgId, personId)
  removed['idempotency_keys'] = await forgetAnswers(tx, orgId, person)
  await deletePerson(tx, orgId, personId)
  if (accountGoes && person.accountId !== null) await deleteAccount(tx, person.accountId)
  await speakFor(tx, whoOf(actor))
  await keepCounts(ctx, [person.teamId])

  const id = uuidv7()
  const keyFingerprint = key === null ? null : createHash('sha256').update(key).digest('hex')
  const auditEventId = await record(ctx, 'person.removed', `person:${personId}`, { by, erasure: id, removed, keyFingerprint })
  const proof = { id, removed, kept, keyFingerprint, auditEventId }
  return { ...proof, at: (await insertErasure(tx, proof)).toISOString() }
}

/** What goes, by table, and what stays. An account that belongs to another organisation as well stays with that one. */
async function inNumbers({ tx }: Ctx, whose: Whose, accountGoes: boolean) {
  const counts = await countHeld(tx, whose)
  const removed: Record<string, number> = {}
  const kept: ErasureProof['kept'] = []
  for (const { key, table, identity } of heldTables) {
    const { name, erased }: HeldClass = heldClasses[key]
    const rows = counts.get(key) ?? 0
    if (erased !== 'goes') kept.push({ what: name, rows, why: erased.stays })
    else if (accountGoes || !identity) removed[table] = rows
    else kept.push({ what: name, rows, why: 'The account belongs to another organisation as well, and stays there.' })
  }
  const { name, erased } = heldClasses.events
  kept.push({ what: name, rows: await countEvents(tx, whose), why: erased.stays })
  return { removed, kept: kept.filter(({ rows }) => rows > 0) }
}
