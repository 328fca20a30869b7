import { and, asc, count, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import type { PersonAccess } from '@plumbline/shared/people/contract.ts'
import type { Tx } from '#db/client.ts'
import { memberships, people, teams } from '#db/schema.ts'

const columns = {
  id: people.id,
  name: people.name,
  email: people.email,
  teamId: people.teamId,
  roleId: people.roleId,
  seniority: people.seniority,
  hasAccount: sql<boolean>`${isNotNull(memberships.accountId)}`,
  access: memberships.role,
  leftOn: people.leftOn,
  version: people.version,
}

const withAccount = and(eq(memberships.orgId, people.orgId), eq(memberships.personId, people.id))

export interface PeopleFilter {
  search?: string | undefined
  team?: string | undefined
  left?: boolean | undefined
  after?: { name: string; id: string } | undefined
  limit: number
}

function matching(orgId: string, { search, team, left }: PeopleFilter): SQL | undefined {
  const like = search ? `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null
  const found = like === null ? undefined : or(sql`lower(${people.name}) like ${like}`, sql`${people.email} like ${like}`)
  const here = left === true ? isNotNull(people.leftOn) : isNull(people.leftOn)
  return and(eq(people.orgId, orgId), here, found, team === undefined ? undefined : eq(people.teamId, team))
}

export const pageOfPeople = (tx: Tx, orgId: string, filter: PeopleFilter) =>
  tx
    .select({ ...columns, sortName: sql<string>`lower(${people.name})` })
    .from(people)
    .leftJoin(memberships, withAccount)
    .where(
      and(
        matching(orgId, filter),
        filter.after === undefined
          ? undefined
          : sql`(lower(${people.name}), ${people.id}) > (${filter.after.name}, ${filter.after.id}::uuid)`,
      ),
    )
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))
    .limit(filter.limit + 1)

export const countPeople = async (tx: Tx, orgId: string, filter: PeopleFilter) =>
  (await tx.select({ total: count() }).from(people).where(matching(orgId, filter)))[0]?.total ?? 0

export const personById = async (tx: Tx, orgId: string, id: string) =>
  (
    await tx
      .select(columns)
      .from(people)
      .leftJoin(memberships, withAccount)
      .where(and(eq(people.orgId, orgId), eq(people.id, id)))
  )[0]

export const leaverByEmail = async (tx: Tx, orgId: string, email: string) =>
  (
    await tx
      .select({ name: people.name })
      .from(people)
      .where(and(eq(people.orgId, orgId), eq(people.email, email), isNotNull(people.leftOn)))
  )[0]

export const isTeam = async (tx: Tx, orgId: string, id: string) =>
  (
    await tx
      .select({ id: teams.id })
      .from(teams)
      .where(and(eq(teams.orgId, orgId), eq(teams.id, id)))
  ).length > 0

export interface NewPerson {
  id: string
  name: string
  email: string
  teamId: string | null
  roleId: string | null
  seniority: Seniority
}

export const insertPeople = async (tx: Tx, rows: NewPerson[]) => {
  if (rows.length > 0) await tx.insert(people).values(rows)
}

export const updatePerson = async (tx: Tx, orgId: string, id: string, version: number, change: Partial<Omit<NewPerson, 'id'>>) =>
  (
    await tx
      .update(people)
      .set({ ...change, version: sql`${people.version} + 1` })
      .where(and(eq(people.orgId, orgId), eq(people.id, id), eq(people.version, version)))
      .returning({ id: people.id })
  ).length > 0

/** The version that stands, held to the end of the transaction. */
export const lockedVersion = async (tx: Tx, orgId: string, id: string) =>
  (
    await tx
      .select({ version: people.version })
      .from(people)
      .where(and(eq(people.orgId, orgId), eq(people.id, id)))
      .for('update')
  )[0]?.version

/** Held until the transaction ends, so that nobody becomes an admin meanwhile. */
export const membershipRole = async (tx: Tx, orgId: string, personId: string) =>
  (
    await tx
      .select({ role: memberships.role })
      .from(memberships)
      .where(and(eq(memberships.orgId, orgId), eq(memberships.personId, personId)))
      .for('update')
  )[0]?.role

/** Everyone who is an admin, held until the transaction ends: of two who take each other away the second sees the first. */
export const lockAdmins = (tx: Tx, orgId: string) =>
  tx
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.orgId, orgId), eq(memberships.role, 'admin')))
    .orderBy(asc(memberships.accountId))
    .for('update')

export const setMembershipRole = async (tx: Tx, orgId: string, personId: string, role: PersonAccess) =>
  (
    await tx
      .update(memberships)
      .set({ role })
      .where(and(eq(memberships.orgId, orgId), eq(memberships.personId, personId)))
      .returning({ role: memberships.role })
  ).length > 0
