import { can } from '@plumbline/shared/access/can.ts'
import { notFound, stale } from '@plumbline/shared/errors/problem.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import type { Ctx } from '#http/context.ts'
import { organisationById, personOf, renameAt } from './queries.ts'

export async function getOrganisation({ tx, actor }: Ctx) {
  const organisation = await organisationById(tx, actor.orgId)
  if (!organisation) throw notFound()
  return organisation
}

export async function getMe(ctx: Ctx) {
  const { tx, actor } = ctx
  const organisation = await getOrganisation(ctx)
  const person = actor.personId === null ? undefined : await personOf(tx, actor.orgId, actor.personId)
  return { accountId: actor.accountId, role: actor.role, organisation, person: person ?? null, leads: [...actor.leads] }
}

export async function renameOrganisation(ctx: Ctx, version: number, { name }: { name: string }) {
  requires(can.manageOrganisation, ctx.actor)
  const before = await getOrganisation(ctx)
  const renamed = await renameAt(ctx.tx, before.id, version, name)
  if (!renamed) throw stale(before.version)
  await record(ctx, 'organisation.renamed', `organisation:${before.id}`, { before: before.name, after: name })
  return renamed
}
