import { v7 as uuidv7 } from 'uuid'
import { can } from '@plumbline/shared/access/can.ts'
import type { listLeadRatingsRoute, replyRoute } from '@plumbline/shared/assessments/contract.ts'
import { notFound } from '@plumbline/shared/errors/problem.ts'
import type { GivenOf } from '@plumbline/shared/http/route.ts'
import type { Level } from '@plumbline/shared/levels/level.ts'
import { requires } from '#access/require.ts'
import { openPeople } from '#audit/open-people.ts'
import { record } from '#audit/record.ts'
import { frameworkOf } from '#frameworks/framework-of.ts'
import type { Ctx } from '#http/context.ts'
import { newestSelfRatings, personById } from './queries.ts'
import { insertReply, leadRatings, newestLeadRating } from './replies-queries.ts'

/** What leads rated of the person, skill by skill in the order of the framework; skills that it no longer has come last. */
export async function listLeadRatings(ctx: Ctx, personId: string): Promise<GivenOf<typeof listLeadRatingsRoute>> {
  const { tx, actor } = ctx
  const person = await personById(tx, actor.orgId, personId)
  if (!person) throw notFound()
  requires(can.viewRatings, actor, person)
  await openPeople(ctx, { what: 'ratings', subject: `person:${personId}`, people: [personId] })
  const { index } = await frameworkOf(ctx)
  const own = new Map((await newestSelfRatings(tx, actor.orgId, personId)).map(({ skillId, level }) => [skillId, level]))
  const bySkill = Map.groupBy(await leadRatings(tx, actor.orgId, personId), ({ skillId }) => skillId)
  const skills = [...bySkill].map(([skillId, given]) => ({
    skillId,
    name: index.skillById.get(skillId)?.name ?? skillId,
    position: index.skillById.get(skillId)?.position ?? Number.MAX_SAFE_INTEGER,
    self: own.get(skillId) ?? null,
    ratings: given.map(({ note, level, ...rating }) => ({ ...rating, level: level as Level | null, note: note ?? '' })),
  }))
  return { skills: skills.toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'en')) }
}

/** Adds what the person says to a lead's newest rating of a skill. The trail says that they did, not what. */
export async function replyToLead(ctx: Ctx, personId: string, skillId: string, text: string): Promise<GivenOf<typeof replyRoute>> {
  const { tx, actor } = ctx
  const person = await personById(tx, actor.orgId, personId)
  if (!person) throw notFound()
  requires(can.viewRatings, actor, person)
  requires(can.replyToRating, actor, person)
  const rating = await newestLeadRating(tx, actor.orgId, personId, skillId)
  if (!rating) throw notFound()
  const at = await insertReply(tx, { id: uuidv7(), ratingId: rating.id, personId, text })
  await record(ctx, 'rating.replied', `rating:${rating.id}`, { personId, skillId })
  return { text, at }
}
