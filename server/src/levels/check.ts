import type { Ctx } from '#http/context.ts'
import { countTeams, levelsFromHistory } from './keep.ts'
import { allPeople, allTeams, keptCounts, keptLevels } from './queries.ts'

const blockSize = 1000

/** Works all kept levels and counts of an organisation out anew from its history and names every row that differs: none may. */
export async function differences(ctx: Ctx): Promise<string[]> {
  const { tx, actor } = ctx
  const people = (await allPeople(tx, actor.orgId)).map(({ id }) => id)
  const teams = (await allTeams(tx, actor.orgId)).map(({ id }) => id)
  const levels = new Map((await keptLevels(tx, actor.orgId)).map((row) => [row.personId, row]))
  const counts = new Map((await keptCounts(tx, actor.orgId)).map((row) => [row.teamId, row]))
  const found: string[] = []
  for (let from = 0; from < people.length; from += blockSize)
    for (const [id, { current, self, lead, agreed, ratedOn }] of await levelsFromHistory(ctx, people.slice(from, from + blockSize))) {
      const kept = levels.get(id)
      const keptArrays = [kept?.current ?? [], kept?.self ?? [], kept?.lead ?? [], kept?.agreed ?? [], kept?.ratedOn ?? []]
      if (!same(keptArrays, [current, self, lead, agreed, ratedOn])) found.push(`person ${id}`)
    }
  for (let from = 0; from < teams.length; from += blockSize)
    for (const [id, { expected, rated, met, holders, levelSum }] of await countTeams(ctx, teams.slice(from, from + blockSize))) {
      const kept = counts.get(id)
      const keptArrays = [kept?.expected ?? [], kept?.rated ?? [], kept?.met ?? [], kept?.holders ?? [], kept?.levelSum ?? []]
      // A team that nobody was ever in has no row: all zero.
      if (!same(keptArrays.map(withoutZeros), [expected, rated, met, holders, levelSum].map(withoutZeros))) found.push(`team ${id}`)
    }
  return found
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const withoutZeros = (counts: readonly number[]): number[] => counts.slice(0, counts.findLastIndex((count) => count !== 0) + 1)
