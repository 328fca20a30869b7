import type { Purpose } from '@plumbline/shared/access/purpose.ts'
import { notFound } from '@plumbline/shared/errors/problem.ts'
import { record } from '#audit/record.ts'
import type { Ctx } from '#http/context.ts'
import { deviceOf } from './device.ts'
import type { SessionLimits } from './session-limits.ts'
import { endOwnSession, endSessionsOf, liveSessions, setPurpose } from './session-queries.ts'

// An account's sessions are its own: every query is bound to the actor's account, so no rule of `can` has anything to decide.

export async function listSessions({ tx, actor }: Ctx, current: string, limits: SessionLimits) {
  const rows = await liveSessions(tx, actor.accountId, limits)
  return {
    sessions: rows.map(({ id, ipAddress, userAgent, createdAt, updatedAt }) => ({
      id,
      device: deviceOf(userAgent),
      address: ipAddress === '' ? null : ipAddress,
      createdAt,
      lastUsedAt: updatedAt,
      current: id === current,
    })),
  }
}

/** What the actor opens other people's data for, until they say otherwise or the session is over. */
export async function choosePurpose(ctx: Ctx, sessionId: string, purpose: Purpose) {
  const before = await setPurpose(ctx.tx, ctx.actor.accountId, sessionId, purpose)
  if (!before) throw notFound()
  if (before.purpose !== purpose)
    await record(ctx, 'session.purpose_chosen', `session:${sessionId}`, { before: before.purpose, after: purpose })
  return { purpose }
}

/** Ends one of the actor's sessions. Someone else's is not found. */
export async function endSession(ctx: Ctx, sessionId: string) {
  if (!(await endOwnSession(ctx.tx, ctx.actor.accountId, sessionId))) throw notFound()
  await record(ctx, 'session.ended', `session:${sessionId}`)
  return { done: true as const }
}

export async function endOtherSessions(ctx: Ctx, current: string) {
  const ended = await endSessionsOf(ctx.tx, ctx.actor.accountId, current)
  if (ended > 0) await record(ctx, 'sessions.ended', `account:${ctx.actor.accountId}`, { ended })
  return { ended }
}
