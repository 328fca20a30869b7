import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Level } from '@plumbline/shared/levels/level.ts'
import type { Tx } from '#db/client.ts'
import { people, personLevels, teams } from '#db/schema.ts'

export const teamById = async (tx: Tx, orgId: string, id: string) =>
  (
    await tx
      .select({ id: teams.id, name: teams.name })
      .from(teams)
      .where(and(eq(teams.orgId, orgId), eq(teams.id, id)))
  )[0]

/**
 * The ids of a team and all below it. They are read before what they select: within one statement PostgreSQL guesses hundreds of teams
 * and reads everyone in the organisation.
 */
export const teamsBelow = async (tx: Tx, orgId: string, teamId: string) => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive below as (
      select ${teams.id} from ${teams} where ${teams.orgId} = ${orgId} and ${teams.id} = ${teamId}
      union
      select child.id from ${teams} child join below on child.org_id = ${orgId} and child.parent_id = below.id
    )
    select id from below`)
  return rows.map(({ id }) => id)
}

/** The people whose home team is one of these, as the numbers see them: role, seniority, current levels by skill position. */
export const membersOf = async (tx: Tx, orgId: string, teamIds: readonly string[]) => {
  const rows = await tx
    .select({ id: people.id, teamId: people.teamId, role: people.roleId, seniority: people.seniority, levels: personLevels.current })
    .from(people)
    .leftJoin(personLevels, and(eq(personLevels.orgId, people.orgId), eq(personLevels.personId, people.id)))
    .where(and(eq(people.orgId, orgId), inArray(people.teamId, [...teamIds])))
    .orderBy(asc(people.id))
  return rows.map((row) => ({ ...row, levels: (row.levels ?? []) as (Level | null)[] }))
}
