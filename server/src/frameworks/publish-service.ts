import { conflict } from '@plumbline/shared/errors/problem.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { record } from '#audit/record.ts'
import type { Ctx } from '#http/context.ts'
import { keepCounts } from '#levels/keep.ts'
import { carryAnswers, carryRatings } from './carry-ratings-queries.ts'
import { carryDemands, carryPeople } from './carry-roles-queries.ts'
import { contentFaults, heirFaults, type KnownIds } from './draft-faults.ts'
import { deleteDraft, type StoredDraft } from './draft-queries.ts'
import { heldDraft } from './draft-service.ts'
import { contentHashOf } from './load.ts'
import { nextOwnVersion } from './own-version.ts'
import { withPositions } from './positions.ts'
import { currentVersion, insertVersion, knownIds, measureWith, rememberIds, teamIds, versionsOf } from './queries.ts'

/**
 * Makes the draft the version that the organisation measures with. Everything in one transaction, which no other change of the organisation runs
 * beside: a rating that came in between would be missing under the heirs.
 */
export async function publishDraft(ctx: Ctx, version: number): Promise<{ framework: string }> {
  const { tx, actor } = ctx
  const draft = await heldDraft(ctx, version)
  const known = await knownIds(tx, actor.orgId)
  refuseUnsound(draft, known)
  const before = await currentVersion(tx, actor.orgId)
  const versions = (await versionsOf(tx, actor.orgId)).map((one) => one.version)
  const content = { ...withPositions(draft.pack, known.skills), version: nextOwnVersion(draft.origin, versions) }
  const { origin, carry } = draft
  const row = { version: content.version, content, contentHash: contentHashOf(content), origin, carry, publishedBy: actor.personId }
  await insertVersion(tx, row)
  await rememberIds(tx, content)
  await measureWith(tx, actor.orgId, content.version)
  const numbers = await carryOver(ctx, draft, content, known)
  await deleteDraft(tx, actor.orgId)
  await record(ctx, 'framework.published', `framework:${content.version}`, { before: before?.version, after: content.version, ...numbers })
  return { framework: content.version }
}

/** A draft is sound whenever it is kept; this is for one that was kept under older rules. */
function refuseUnsound(draft: StoredDraft, known: KnownIds): void {
  const faults = [...contentFaults(draft), ...heirFaults(draft.carry, known).map(({ detail }) => detail)]
  if (faults.length === 0) return
  const told = faults.slice(0, 50).map((detail) => ({ in: 'body' as const, pointer: '', detail }))
  throw conflict('The draft is not sound, so it cannot be measured with. Mend what is told first.', told)
}

async function carryOver(ctx: Ctx, { carry }: StoredDraft, content: Pack, known: KnownIds) {
  const { tx, actor } = ctx
  const positions = new Map([...known.skills, ...content.skills.map(({ id, position }) => [id, position] as const)])
  const present = new Set(content.roles.map(({ id }) => id))
  const heirs = new Map(Object.entries(carry.roles))
  const gone = [...known.roles].filter((role) => !present.has(role)).map((role) => ({ role, heir: heirs.get(role)?.[0] ?? null }))
  return {
    ratings: await carryRatings(tx, actor.orgId, carry.skills, positions),
    answers: await carryAnswers(tx, actor.orgId, carry.practices),
    people: await carryPeople(tx, actor.orgId, gone),
    demands: await carryDemands(tx, actor.orgId, gone),
    teams: await recount(ctx),
  }
}

const blockSize = 200

/** Counts every team anew, some at a time: all members of 2,000 teams at once would be held in memory together. */
async function recount(ctx: Ctx): Promise<number> {
  const ids = await teamIds(ctx.tx, ctx.actor.orgId)
  for (let from = 0; from < ids.length; from += blockSize) await keepCounts(ctx, ids.slice(from, from + blockSize))
  return ids.length
}
