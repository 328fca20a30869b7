import { can } from '@plumbline/shared/access/can.ts'
import { invalid, notFound, stale } from '@plumbline/shared/errors/problem.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import { frameworkOf } from '#frameworks/framework-of.ts'
import type { Ctx } from '#http/context.ts'
import { meetsOwnRule } from './sign-in-rule-service.ts'
import { changeAt, noticeToRead, organisationById, personOf } from './queries.ts'

export async function getOrganisation({ tx, actor }: Ctx) {
  const organisation = await organisationById(tx, actor.orgId)
  if (!organisation) throw notFound()
  return organisation
}

export async function getMe(ctx: Ctx) {
  const { tx, actor, by } = ctx
  const organisation = await getOrganisation(ctx)
  const levelNames = (await frameworkOf(ctx)).pack.levelNames ?? null
  const person = actor.personId === null ? undefined : await personOf(tx, actor.orgId, actor.personId)
  return {
    accountId: actor.accountId,
    role: actor.role,
    mustAddSecondFactor: organisation.signInRule === 'second_factor' && !meetsOwnRule(ctx, organisation.signInRule),
    mustUseProvider: organisation.signInRule === 'provider' && !meetsOwnRule(ctx, organisation.signInRule),
    organisation: { ...organisation, levelNames },
    person: person ?? null,
    leads: [...actor.leads],
    purpose: by?.purpose ?? null,
    noticeToRead: await noticeToRead(tx, actor.orgId, actor.accountId),
  }
}

export async function renameOrganisation(ctx: Ctx, version: number, { name }: { name: string }) {
  requires(can.manageOrganisation, ctx.actor)
  const before = await getOrganisation(ctx)
  const renamed = await changeAt(ctx.tx, before.id, version, { name })
  if (!renamed) throw stale((await getOrganisation(ctx)).version)
  await record(ctx, 'organisation.renamed', `organisation:${before.id}`, { before: before.name, after: name })
  return renamed
}

/**
 * Asks every team about these optional areas from now on, and about no other optional one. Answers to an area that is turned off stay and
 * count again when it is turned on. Throws invalid for an area that the framework does not have or that is asked about anyway.
 */
export async function setPracticeAreas(ctx: Ctx, version: number, { areas }: { areas: readonly string[] }) {
  requires(can.manageOrganisation, ctx.actor)
  const before = await getOrganisation(ctx)
  const optional = (await frameworkOf(ctx)).pack.areas.filter((area) => area.optional).map(({ id }) => id)
  const errors = areas.flatMap((id, at) =>
    optional.includes(id)
      ? []
      : [{ in: 'body' as const, pointer: `/areas/${at}`, detail: 'This is no further checklist of the framework.' }],
  )
  if (errors.length > 0) throw invalid('Choose among the further checklists of the framework that you measure with.', errors)
  const practiceAreas = optional.filter((id) => areas.includes(id))
  const changed = await changeAt(ctx.tx, before.id, version, { practiceAreas })
  if (!changed) throw stale((await getOrganisation(ctx)).version)
  await record(ctx, 'organisation.practice-areas-changed', `organisation:${before.id}`, {
    before: before.practiceAreas,
    after: practiceAreas,
  })
  return changed
}
