import { v7 as uuidv7 } from 'uuid'
import { auditEvents } from '#db/schema.ts'
import type { Ctx } from '#http/context.ts'

export interface Happening {
  readonly action: string
  /** `<noun>:<id>`. */
  readonly subject: string
  /** What changed as `before` and `after`. Names and e-mail addresses stand there alone, and only in events of a `person`. */
  readonly detail: Record<string, unknown>
}

/** Writes who did what, in the transaction of the change. */
export const record = (ctx: Ctx, action: string, subject: string, detail: Record<string, unknown> = {}): Promise<void> =>
  recordAll(ctx, [{ action, subject, detail }])

/** The same for many at once, in one statement. */
export async function recordAll({ tx, actor, by }: Ctx, happenings: readonly Happening[]): Promise<void> {
  if (happenings.length === 0) return
  const { accountId, personId } = actor
  const means = by?.means ?? 'server'
  await tx.insert(auditEvents).values(happenings.map((one) => ({ id: uuidv7(), accountId, personId, means, ...one })))
}
