import { can } from '@plumbline/shared/access/can.ts'
import type { DraftEffect } from '@plumbline/shared/frameworks/contract.ts'
import { effectOf } from '@plumbline/shared/frameworks/effect.ts'
import { requires } from '#access/require.ts'
import type { Ctx } from '#http/context.ts'
import { draftOf } from './draft-queries.ts'
import { noDraft } from './draft-service.ts'
import { answersOf, demandedOf, peopleWithLevels, ratingsOf } from './effect-queries.ts'
import { frameworkAt, frameworkOf } from './framework-of.ts'

export async function getDraftEffect(ctx: Ctx): Promise<DraftEffect> {
  const { tx, actor } = ctx
  requires(can.changeFramework, actor)
  const draft = await draftOf(tx, actor.orgId)
  if (!draft) throw noDraft()
  const { pack: now } = await frameworkOf(ctx)
  const { pack: origin } = await frameworkAt(ctx, draft.origin)
  const gone = (list: 'skills' | 'practices') => {
    const present = new Set(draft.pack[list].map(({ id }) => id))
    return [...new Set([...now[list], ...origin[list]].map(({ id }) => id))].filter((id) => !present.has(id))
  }
  const holdings = {
    people: await peopleWithLevels(tx, actor.orgId),
    ratings: await ratingsOf(tx, actor.orgId, gone('skills')),
    answers: await answersOf(tx, actor.orgId, gone('practices')),
    demanded: await demandedOf(tx, actor.orgId),
  }
  return { version: draft.version, ...effectOf(now, origin, draft, holdings) }
}
