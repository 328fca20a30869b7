import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { currentLevel } from '@plumbline/shared/levels/current.ts'
import type { Level } from '@plumbline/shared/levels/level.ts'
import { teamCounts as countTeam } from '@plumbline/shared/heatmap/coverage.ts'
import { beyondReach } from '#db/client.ts'
import { personLevels, ratings, skills, teamCounts } from '#db/schema.ts'
import { frameworkOf } from '#frameworks/framework-of.ts'
import type { Ctx } from '#http/context.ts'
import { membersOf } from './members.ts'

type Kind = 'self' | 'lead' | 'agreed'
type Arrays = Record<Kind | 'current', (number | null)[]> & { ratedOn: (string | null)[] }

/** Works out a person's current levels from the whole history of their ratings. Arrays are indexed by skill position. */
export async function levelsFromHistory({ tx, actor }: Ctx, personIds: readonly string[]): Promise<Map<string, Arrays>> {
  const found = new Map<string, Arrays>(personIds.map((id) => [id, { current: [], self: [], lead: [], agreed: [], ratedOn: [] }]))
  if (personIds.length === 0) return found
  const newest = await tx
    .selectDistinctOn([ratings.personId, ratings.skillId, ratings.kind], {
      personId: ratings.personId,
      position: skills.position,
      kind: ratings.kind,
      level: ratings.level,
      ratedOn: sql<string>`(${ratings.ratedAt} at time zone 'UTC')::date::text`,
    })
    .from(ratings)
    .innerJoin(skills, and(eq(skills.orgId, ratings.orgId), eq(skills.id, ratings.skillId)))
    .where(and(eq(ratings.orgId, actor.orgId), inArray(ratings.personId, [...personIds])))
    .orderBy(asc(ratings.personId), asc(ratings.skillId), asc(ratings.kind), desc(ratings.ratedAt), desc(ratings.id))
  for (const row of newest) {
    const arrays = found.get(row.personId)
    if (!arrays) continue
    put(arrays[row.kind], row.position, row.level)
    const known = arrays.ratedOn[row.position] ?? null
    put(arrays.ratedOn, row.position, known !== null && known > row.ratedOn ? known : row.ratedOn)
  }
  for (const arrays of found.values()) {
    const length = Math.max(arrays.self.length, arrays.lead.length, arrays.agreed.length)
    const at = (kind: Kind, position: number) => (arrays[kind][position] ?? null) as Level | null
    arrays.current = Array.from({ length }, (_, p) => currentLevel({ self: at('self', p), lead: at('lead', p), agreed: at('agreed', p) }))
  }
  return found
}

function put<T>(array: (T | null)[], position: number, value: T | null): void {
  while (array.length <= position) array.push(null)
  array[position] = value
}

/** Brings one person's kept levels up to date after a rating was written in this transaction. Concurrent writers of one person wait. */
export async function keepLevels(ctx: Ctx, personId: string): Promise<void> {
  const { tx, actor } = ctx
  const mine = and(eq(personLevels.orgId, actor.orgId), eq(personLevels.personId, personId))
  await tx.insert(personLevels).values({ personId }).onConflictDoNothing()
  await tx.select({ personId: personLevels.personId }).from(personLevels).where(mine).for('update')
  const arrays = (await levelsFromHistory(ctx, [personId])).get(personId)
  if (arrays) await tx.update(personLevels).set(arrays).where(mine)
}

/** Counts teams anew after their people, roles or levels changed in this transaction. Locks in the order of ids, so that two writers never wait in a circle. */
export async function keepCounts(ctx: Ctx, teamIds: readonly (string | null)[]): Promise<void> {
  const { tx } = ctx
  const ids = [...new Set(teamIds)].filter((id) => id !== null).toSorted()
  if (ids.length > 0) await beyondReach(tx, () => countAnew(ctx, ids))
}

async function countAnew(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const { tx, actor } = ctx
  await tx
    .insert(teamCounts)
    .values(ids.map((teamId) => ({ teamId })))
    .onConflictDoNothing()
  const rows = and(eq(teamCounts.orgId, actor.orgId), inArray(teamCounts.teamId, ids))
  await tx.select({ teamId: teamCounts.teamId }).from(teamCounts).where(rows).orderBy(asc(teamCounts.teamId)).for('update')
  const counted = await countTeams(ctx, ids)
  for (const [teamId, counts] of counted)
    await tx
      .update(teamCounts)
      .set(counts)
      .where(and(eq(teamCounts.orgId, actor.orgId), eq(teamCounts.teamId, teamId)))
}

/** Counts these teams' own members, without the teams below. */
export async function countTeams(ctx: Ctx, teamIds: readonly string[]) {
  const { tx, actor } = ctx
  const { index } = await frameworkOf(ctx)
  const members = await membersOf(tx, actor.orgId, teamIds)
  const byTeam = Map.groupBy(members, (member) => member.teamId)
  return new Map(
    teamIds.map((teamId) => {
      const { expected, rated, met, holders, levelSum } = countTeam(byTeam.get(teamId) ?? [], index)
      return [teamId, { expected: [...expected], rated: [...rated], met: [...met], holders: [...holders], levelSum: [...levelSum] }]
    }),
  )
}
