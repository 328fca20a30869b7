import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Tx } from '#db/client.ts'
import { frameworks, organisationFrameworks, organisations, people, practices, roles, skills, teams } from '#db/schema.ts'

const hash = sql<string>`coalesce(${organisationFrameworks.contentHash}, ${frameworks.contentHash})`

/** The version an organisation measures with, and what tells its content from any other. */
export const currentVersion = async (tx: Tx, orgId: string) =>
  (
    await tx
      .select({ version: organisationFrameworks.version, hash })
      .from(organisations)
      .innerJoin(
        organisationFrameworks,
        and(eq(organisationFrameworks.orgId, organisations.id), eq(organisationFrameworks.version, organisations.frameworkVersion)),
      )
      .leftJoin(frameworks, eq(frameworks.version, organisationFrameworks.shipped))
      .where(eq(organisations.id, orgId))
  )[0]

const ofOrganisation = (orgId: string, version: string) =>
  and(eq(organisationFrameworks.orgId, orgId), eq(organisationFrameworks.version, version))

export const hashOfVersion = async (tx: Tx, orgId: string, version: string) =>
  (
    await tx
      .select({ version: organisationFrameworks.version, hash })
      .from(organisationFrameworks)
      .leftJoin(frameworks, eq(frameworks.version, organisationFrameworks.shipped))
      .where(ofOrganisation(orgId, version))
  )[0]

export const contentOfVersion = async (tx: Tx, orgId: string, version: string) =>
  (
    await tx
      .select({ content: sql<Pack>`coalesce(${organisationFrameworks.content}, ${frameworks.content})` })
      .from(organisationFrameworks)
      .leftJoin(frameworks, eq(frameworks.version, organisationFrameworks.shipped))
      .where(ofOrganisation(orgId, version))
  )[0]?.content

/** Every version of an organisation, the newest first. Who published it is named while they are still here. */
export const versionsOf = (tx: Tx, orgId: string) =>
  tx
    .select({
      version: organisationFrameworks.version,
      name: sql<string>`coalesce(${organisationFrameworks.content}, ${frameworks.content}) ->> 'name'`,
      origin: organisationFrameworks.origin,
      current: sql<boolean>`${organisations.frameworkVersion} = ${organisationFrameworks.version}`,
      publishedAt: organisationFrameworks.publishedAt,
      publishedBy: people.name,
      carry: organisationFrameworks.carry,
    })
    .from(organisationFrameworks)
    .innerJoin(organisations, eq(organisations.id, organisationFrameworks.orgId))
    .leftJoin(frameworks, eq(frameworks.version, organisationFrameworks.shipped))
    .leftJoin(people, and(eq(people.orgId, organisationFrameworks.orgId), eq(people.id, organisationFrameworks.publishedBy)))
    .where(eq(organisationFrameworks.orgId, orgId))
    .orderBy(desc(organisationFrameworks.publishedAt), desc(organisationFrameworks.version))

export const shippedByVersion = async (tx: Tx, version: string) =>
  (
    await tx
      .select({ content: frameworks.content, contentHash: frameworks.contentHash })
      .from(frameworks)
      .where(eq(frameworks.version, version))
  )[0]

export const shippedBySource = async (tx: Tx, sourceHash: string) =>
  (await tx.select({ version: frameworks.version }).from(frameworks).where(eq(frameworks.sourceHash, sourceHash)))[0]

export const storeShipped = (tx: Tx, content: Pack, contentHash: string, sourceHash: string) =>
  tx
    .insert(frameworks)
    .values({ version: content.version, content, contentHash, sourceHash })
    .onConflictDoUpdate({ target: frameworks.version, set: { content, contentHash, sourceHash, loadedAt: sql`now()` } })

export const newestShipped = async (tx: Tx) =>
  (await tx.select({ version: frameworks.version }).from(frameworks).orderBy(desc(frameworks.loadedAt)).limit(1))[0]?.version

export const measuresWith = async (tx: Tx, orgId: string, shipped: string) =>
  (
    await tx
      .select({ version: organisationFrameworks.version })
      .from(organisationFrameworks)
      .where(and(eq(organisationFrameworks.orgId, orgId), eq(organisationFrameworks.shipped, shipped)))
  ).length > 0

export const insertVersion = (tx: Tx, row: typeof organisationFrameworks.$inferInsert) => tx.insert(organisationFrameworks).values(row)

/** Remembers the ids of a pack for the organisation of the transaction; those it knows stay as they are. */
export async function rememberIds(tx: Tx, pack: Pack): Promise<void> {
  await tx
    .insert(skills)
    .values(pack.skills.map(({ id, position }) => ({ id, position })))
    .onConflictDoNothing()
  await tx
    .insert(roles)
    .values(pack.roles.map(({ id }) => ({ id })))
    .onConflictDoNothing()
  if (pack.practices.length > 0)
    await tx
      .insert(practices)
      .values(pack.practices.map(({ id }) => ({ id })))
      .onConflictDoNothing()
}

/** Every id that the organisation's versions have used, and the positions of its skills. */
export async function knownIds(tx: Tx, orgId: string) {
  const ofSkills = await tx.select({ id: skills.id, position: skills.position }).from(skills).where(eq(skills.orgId, orgId))
  const ofRoles = await tx.select({ id: roles.id }).from(roles).where(eq(roles.orgId, orgId))
  const ofPractices = await tx.select({ id: practices.id }).from(practices).where(eq(practices.orgId, orgId))
  return {
    skills: new Map(ofSkills.map(({ id, position }) => [id, position])),
    roles: new Set(ofRoles.map(({ id }) => id)),
    practices: new Set(ofPractices.map(({ id }) => id)),
  }
}

/** Lets the organisation measure with one of its versions from now on. */
export const measureWith = (tx: Tx, orgId: string, version: string) =>
  tx
    .update(organisations)
    .set({ frameworkVersion: version, version: sql`${organisations.version} + 1` })
    .where(eq(organisations.id, orgId))

export const teamIds = async (tx: Tx, orgId: string) =>
  (await tx.select({ id: teams.id }).from(teams).where(eq(teams.orgId, orgId)).orderBy(asc(teams.id))).map(({ id }) => id)
