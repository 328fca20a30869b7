import { can } from '@plumbline/shared/access/can.ts'
import { conflict, notFound, stale } from '@plumbline/shared/errors/problem.ts'
import { daysInForce } from '@plumbline/shared/retention/classes.ts'
import { defaultPurposeText } from '@plumbline/shared/retention/purpose-text.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import type { Ctx } from '#http/context.ts'
import { changeOrganisation, noteSeen, noticeOf, rulesSet, seenBy } from './queries.ts'

/** For everyone: the organisation's own text, else the one that comes with the product with the days in force. */
export async function getNotice(ctx: Ctx) {
  const { tx, actor } = ctx
  const notice = await noticeOf(tx, actor.orgId)
  if (!notice) throw notFound()
  return {
    text: notice.text ?? defaultPurposeText(daysInForce(await rulesSet(tx, actor.orgId))),
    own: notice.text !== null,
    noticeVersion: notice.noticeVersion,
    seen: (await seenBy(tx, actor.orgId, actor.accountId)) >= notice.noticeVersion,
    version: notice.version,
  }
}

/** A text that is the same as before is not shown to everyone again. */
export async function setNotice(ctx: Ctx, version: number, { text }: { text: string | null }) {
  requires(can.manageOrganisation, ctx.actor)
  const { tx, actor } = ctx
  const before = await noticeOf(tx, actor.orgId)
  if (!before) throw notFound()
  if (!(await changeOrganisation(tx, actor.orgId, version, { text, showAgain: text !== before.text }))) throw stale(before.version)
  await record(ctx, 'notice.changed', `organisation:${actor.orgId}`, { before: before.text, after: text })
  return getNotice(ctx)
}

/** Keeps which version the account has read, so that it is not shown again. */
export async function readNotice(ctx: Ctx, { version }: { version: number }) {
  const { tx, actor } = ctx
  const notice = await noticeOf(tx, actor.orgId)
  if (!notice) throw notFound()
  if (version !== notice.noticeVersion) throw conflict('The text was changed in the meantime. Read it once more.')
  await noteSeen(tx, actor.orgId, actor.accountId, version)
  await record(ctx, 'notice.read', `organisation:${actor.orgId}`, { version })
  return { done: true as const }
}
