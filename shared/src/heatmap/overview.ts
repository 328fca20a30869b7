import type { Pack } from '../frameworks/pack.ts'
import { addCounts, noCounts, type TeamCounts } from './coverage.ts'

/** What a team holds by itself: people whose home it is, and their counts by skill position. */
export type OwnNumbers = { readonly people: number; readonly counts: TeamCounts }
const none: OwnNumbers = { people: 0, counts: noCounts }

/** People a skill is expected of, those of them who are rated, and those who meet it, added up over skills. */
export type Share = { readonly expected: number; readonly rated: number; readonly met: number }

/**
 * Each team's numbers with all below it added up, by team id. A team whose parent is not among these teams is a top of its own.
 * Each team is added once, so a deep tree costs no more than a flat one.
 */
export function rollUp(
  teams: readonly { readonly id: string; readonly parentId: string | null }[],
  own: ReadonlyMap<string, OwnNumbers>,
): ReadonlyMap<string, OwnNumbers> {
  const known = new Set(teams.map((team) => team.id))
  const children = Map.groupBy(teams, (team) => team.parentId)
  const summed = new Map<string, OwnNumbers>()
  const sum = (id: string): OwnNumbers => {
    const total = (children.get(id) ?? []).map((child) => sum(child.id)).reduce(add, own.get(id) ?? none)
    summed.set(id, total)
    return total
  }
  for (const team of teams) if (team.parentId === null || !known.has(team.parentId)) sum(team.id)
  return summed
}

const add = (a: OwnNumbers, b: OwnNumbers): OwnNumbers => ({ people: a.people + b.people, counts: addCounts(a.counts, b.counts) })

/**
 * Counts by skill category: a person who is expected to hold two skills of a category counts twice in `expected`. Every category of the
 * framework is there, also one that nobody's role asks for (expected 0). A short array lacks the later skills only.
 */
export function byCategory(counts: TeamCounts, { skills, categories }: Pick<Pack, 'skills' | 'categories'>): Record<string, Share> {
  const shares = new Map(categories.map(({ id }) => [id, { expected: 0, rated: 0, met: 0 }]))
  for (const { category, position } of skills) {
    const share = shares.get(category)
    if (!share) continue
    share.expected += counts.expected[position] ?? 0
    share.rated += counts.rated[position] ?? 0
    share.met += counts.met[position] ?? 0
  }
  return Object.fromEntries(shares)
}
