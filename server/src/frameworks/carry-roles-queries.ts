import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'

/** A role that is no more, and the one that takes its place, if any. */
export interface GoneRole {
  readonly role: string
  readonly heir: string | null
}

const mostDemanded = 999

/** Gives the people of roles that are gone the heir, or no role. Answers how many people there were. */
export async function carryPeople(tx: Tx, orgId: string, gone: readonly GoneRole[]): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update people p set role_id = g.heir, version = p.version + 1
    from ${table(gone)} where p.org_id = ${orgId} and p.role_id = g.role`)
  return rowCount ?? 0
}

/**
 * Lets the demand for roles that are gone be for the heir, or be no more. Where a team wants people in both they add up, to at most what a
 * demand may be. Answers how many demands there were.
 */
export async function carryDemands(tx: Tx, orgId: string, gone: readonly GoneRole[]): Promise<number> {
  await tx.execute(sql`
    insert into role_demands (org_id, team_id, role_id, seniority, people)
    select d.org_id, d.team_id, g.heir, d.seniority, least(${mostDemanded}, sum(d.people))
    from role_demands d join ${table(gone)} on g.role = d.role_id
    where d.org_id = ${orgId} and g.heir is not null
    group by d.org_id, d.team_id, g.heir, d.seniority
    on conflict (org_id, team_id, role_id, seniority) do update set people = least(${mostDemanded}, role_demands.people + excluded.people)`)
  const { rowCount } = await tx.execute(sql`
    delete from role_demands d using ${table(gone)} where d.org_id = ${orgId} and d.role_id = g.role`)
  return rowCount ?? 0
}

const table = (gone: readonly GoneRole[]) =>
  sql`unnest(${sql.param(gone.map(({ role }) => role))}::text[], ${sql.param(gone.map(({ heir }) => heir))}::text[]) as g(role, heir)`
