import { asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { people, personLevels, teamCounts, teams } from '#db/schema.ts'

export const allPeople = (tx: Tx, orgId: string) =>
  tx.select({ id: people.id }).from(people).where(eq(people.orgId, orgId)).orderBy(asc(people.id))

export const allTeams = (tx: Tx, orgId: string) =>
  tx.select({ id: teams.id }).from(teams).where(eq(teams.orgId, orgId)).orderBy(asc(teams.id))

export const keptLevels = (tx: Tx, orgId: string) => tx.select().from(personLevels).where(eq(personLevels.orgId, orgId))

export const keptCounts = (tx: Tx, orgId: string) => tx.select().from(teamCounts).where(eq(teamCounts.orgId, orgId))
