import { and, eq, lt, sql } from 'drizzle-orm'
import type { SignInRule } from '@plumbline/shared/identity/contract.ts'
import type { Tx } from '#db/client.ts'
import { memberships, organisations, people } from '#db/schema.ts'

const columns = {
  id: organisations.id,
  name: organisations.name,
  frameworkVersion: organisations.frameworkVersion,
  isDemo: organisations.isDemo,
  practiceAreas: organisations.practiceAreas,
  signInRule: organisations.signInRule,
  version: organisations.version,
}

export const organisationById = async (tx: Tx, id: string) =>
  (await tx.select(columns).from(organisations).where(eq(organisations.id, id)))[0]

/** Changes an organisation that still has this version; undefined where it has another one. */
export const changeAt = async (
  tx: Tx,
  id: string,
  version: number,
  change: { name: string } | { practiceAreas: string[] } | { signInRule: SignInRule },
) =>
  (
    await tx
      .update(organisations)
      .set({ ...change, version: sql`${organisations.version} + 1` })
      .where(and(eq(organisations.id, id), eq(organisations.version, version)))
      .returning(columns)
  )[0]

/** The version of the purpose text, where the account has seen an older one at most. */
export const noticeToRead = async (tx: Tx, orgId: string, accountId: string) =>
  (
    await tx
      .select({ version: organisations.purposeVersion })
      .from(organisations)
      .innerJoin(memberships, and(eq(memberships.orgId, organisations.id), eq(memberships.accountId, accountId)))
      .where(and(eq(organisations.id, orgId), lt(memberships.noticeSeenVersion, organisations.purposeVersion)))
  )[0]?.version ?? null

export const personOf = async (tx: Tx, orgId: string, id: string) =>
  (
    await tx
      .select({
        id: people.id,
        name: people.name,
        email: people.email,
        teamId: people.teamId,
        roleId: people.roleId,
        seniority: people.seniority,
      })
      .from(people)
      .where(and(eq(people.orgId, orgId), eq(people.id, id)))
  )[0]
