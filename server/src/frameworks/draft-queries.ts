import { eq, sql } from 'drizzle-orm'
import { type Carry, noCarry } from '@plumbline/shared/frameworks/carry.ts'
import type { Draft } from '@plumbline/shared/frameworks/draft.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Tx } from '#db/client.ts'
import { frameworkDrafts } from '#db/schema.ts'

export interface StoredDraft extends Draft {
  readonly origin: string
  readonly version: number
  readonly updatedAt: Date
}

const columns = {
  origin: frameworkDrafts.origin,
  pack: frameworkDrafts.content,
  carry: frameworkDrafts.carry,
  version: frameworkDrafts.version,
  updatedAt: frameworkDrafts.updatedAt,
}

export const draftOf = async (tx: Tx, orgId: string): Promise<StoredDraft | undefined> =>
  (await tx.select(columns).from(frameworkDrafts).where(eq(frameworkDrafts.orgId, orgId)))[0]

/** The draft, held until the transaction ends: who comes second sees what the first made of it. */
export const lockedDraft = async (tx: Tx, orgId: string): Promise<StoredDraft | undefined> =>
  (await tx.select(columns).from(frameworkDrafts).where(eq(frameworkDrafts.orgId, orgId)).for('update'))[0]

/** What is told of a draft in a list, without its content. */
export const draftHead = async (tx: Tx, orgId: string) =>
  (
    await tx
      .select({
        name: sql<string>`${frameworkDrafts.content} ->> 'name'`,
        origin: frameworkDrafts.origin,
        updatedAt: frameworkDrafts.updatedAt,
      })
      .from(frameworkDrafts)
      .where(eq(frameworkDrafts.orgId, orgId))
  )[0]

/** False where the organisation has a draft already. */
export const insertDraft = async (tx: Tx, row: { origin: string; content: Pack; updatedBy: string | null }) =>
  (
    await tx
      .insert(frameworkDrafts)
      .values({ ...row, carry: noCarry })
      .onConflictDoNothing()
      .returning({ version: frameworkDrafts.version })
  ).length > 0

export const updateDraft = (tx: Tx, orgId: string, content: { content: Pack; carry: Carry; updatedBy: string | null }) =>
  tx
    .update(frameworkDrafts)
    .set({ ...content, version: sql`${frameworkDrafts.version} + 1`, updatedAt: sql`now()` })
    .where(eq(frameworkDrafts.orgId, orgId))

export const deleteDraft = (tx: Tx, orgId: string) => tx.delete(frameworkDrafts).where(eq(frameworkDrafts.orgId, orgId))
