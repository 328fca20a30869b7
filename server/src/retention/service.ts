import { can } from '@plumbline/shared/access/can.ts'
import { notFound, stale } from '@plumbline/shared/errors/problem.ts'
import { type ChangeableClass, changeableClasses, daysInForce } from '@plumbline/shared/retention/classes.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import type { Ctx } from '#http/context.ts'
import { dueNow } from './due-service.ts'
import { changeOrganisation, lastRuns, noticeOf, putRules, rulesSet } from './queries.ts'

const runsShown = 10

async function organisationOf({ tx, actor }: Ctx) {
  const organisation = await noticeOf(tx, actor.orgId)
  if (!organisation) throw notFound()
  return organisation
}

/** Told to everyone in the organisation. */
export async function getRetention(ctx: Ctx) {
  const { version } = await organisationOf(ctx)
  return { days: daysInForce(await rulesSet(ctx.tx, ctx.actor.orgId)), version }
}

/** The purpose text that comes with the product names the days: whoever reads that one is shown it once more. */
export async function setRetention(ctx: Ctx, version: number, days: Readonly<Record<ChangeableClass, number>>) {
  requires(can.manageOrganisation, ctx.actor)
  const { tx, actor } = ctx
  const organisation = await organisationOf(ctx)
  const before = daysInForce(await rulesSet(tx, actor.orgId))
  const changed = changeableClasses.filter((id) => before[id] !== days[id])
  const showAgain = organisation.text === null && changed.length > 0
  if (!(await changeOrganisation(tx, actor.orgId, version, { showAgain }))) throw stale(organisation.version)
  await putRules(tx, days)
  const ofChanged = (given: Readonly<Record<ChangeableClass, number>>) => Object.fromEntries(changed.map((id) => [id, given[id]]))
  await record(ctx, 'retention.changed', `organisation:${actor.orgId}`, { before: ofChanged(before), after: ofChanged(days) })
  return getRetention(ctx)
}

export async function previewRetention(ctx: Ctx) {
  requires(can.manageOrganisation, ctx.actor)
  const { tx, actor } = ctx
  return { classes: await dueNow(tx, actor.orgId), runs: await lastRuns(tx, actor.orgId, runsShown) }
}
