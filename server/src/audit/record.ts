import { v7 as uuidv7 } from 'uuid'
import { auditEvents } from '#db/schema.ts'
import type { Ctx } from '#http/context.ts'

/** Writes who did what, in the transaction of the change. `subject` is `<noun>:<id>`. */
export async function record({ tx, actor, by }: Ctx, action: string, subject: string, detail: Record<string, unknown> = {}): Promise<void> {
  await tx
    .insert(auditEvents)
    .values({ id: uuidv7(), accountId: actor.accountId, personId: actor.personId, action, subject, detail, ...(by && { means: by.means }) })
}
