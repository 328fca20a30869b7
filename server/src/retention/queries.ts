import { and, desc, eq, sql } from 'drizzle-orm'
import { type ChangeableClass, changeableClasses } from '@plumbline/shared/retention/classes.ts'
import type { Tx } from '#db/client.ts'
import { memberships, organisations, retentionRules, retentionRuns } from '#db/schema.ts'

export const rulesSet = async (tx: Tx, orgId: string): Promise<Partial<Record<ChangeableClass, number>>> => {
  const rows = await tx
    .select({ class: retentionRules.class, days: retentionRules.days })
    .from(retentionRules)
    .where(eq(retentionRules.orgId, orgId))
  return Object.fromEntries(rows.map((row) => [row.class, row.days]))
}

export const putRules = (tx: Tx, days: Readonly<Record<ChangeableClass, number>>) =>
  tx
    .insert(retentionRules)
    .values(changeableClasses.map((id) => ({ class: id, days: days[id] })))
    .onConflictDoUpdate({ target: [retentionRules.orgId, retentionRules.class], set: { days: sql`excluded.days` } })

export const lastRuns = (tx: Tx, orgId: string, most: number) =>
  tx
    .select({ id: retentionRuns.id, startedAt: retentionRuns.startedAt, endedAt: retentionRuns.endedAt, removed: retentionRuns.removed })
    .from(retentionRuns)
    .where(eq(retentionRuns.orgId, orgId))
    .orderBy(desc(retentionRuns.startedAt))
    .limit(most)

export const noticeOf = async (tx: Tx, orgId: string) =>
  (
    await tx
      .select({ text: organisations.purposeText, noticeVersion: organisations.purposeVersion, version: organisations.version })
      .from(organisations)
      .where(eq(organisations.id, orgId))
  )[0]

export const seenBy = async (tx: Tx, orgId: string, accountId: string) =>
  (
    await tx
      .select({ seen: memberships.noticeSeenVersion })
      .from(memberships)
      .where(and(eq(memberships.orgId, orgId), eq(memberships.accountId, accountId)))
  )[0]?.seen ?? 0

interface Change {
  /** Undefined: it stays as it is. */
  text?: string | null
  /** Whether what everyone reads is another text now. */
  showAgain: boolean
}

/** Counts the organisation's version up; false where it has another one than was seen. */
export const changeOrganisation = async (tx: Tx, orgId: string, version: number, { text, showAgain }: Change) =>
  (
    await tx
      .update(organisations)
      .set({
        version: sql`${organisations.version} + 1`,
        ...(text !== undefined && { purposeText: text }),
        ...(showAgain && { purposeVersion: sql`${organisations.purposeVersion} + 1` }),
      })
      .where(and(eq(organisations.id, orgId), eq(organisations.version, version)))
      .returning({ id: organisations.id })
  ).length > 0

export const noteSeen = (tx: Tx, orgId: string, accountId: string, version: number) =>
  tx
    .update(memberships)
    .set({ noticeSeenVersion: version })
    .where(and(eq(memberships.orgId, orgId), eq(memberships.accountId, accountId)))
