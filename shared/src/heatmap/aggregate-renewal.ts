import { asNew, type Block, type Contribution, fewest } from './aggregate-blocks.ts'
import { marginOf, type Move } from './aggregate-margin.ts'

/** A block's count as it is shown. `side`: what is truly met may be less than `met`, or more; `same`: it is that. */
export interface Count {
  readonly met: number
  readonly side: 'less' | 'same' | 'more'
}

/** A contribution as it was counted. */
export type Counted = Pick<Contribution, 'personId' | 'expected' | 'met'>

/** What a block showed last, and of whom: their contributions as they were counted then. */
export interface Standing extends Pick<Count, 'met'> {
  readonly members: readonly Counted[]
}

/**
 * What a block shows from now on, or null where it has to stay as it is. `standing` is what it showed last, null for the first time; `past` are
 * the contributions of a person in all counts shown so far, of whatever block.
 *
 * Two rules make that safe, for readers who keep every number they ever saw and who know whose contribution changed:
 *
 * 1. A count is shown anew only with at least `fewest` contributions that no count before it had. Take any sum of counts of any days, with
 *    any factors. In the newest count that has a factor, those `fewest` contributions occur in none of the older ones, so nothing cancels
 *    them: the sum is about at least as many people. To compare with each earlier count alone would not do: of four counts A+B, A+C, D+B+x
 *    and D+C every two differ in many people, and (A+B) − (A+C) − (D+B+x) + (D+C) is −x.
 * 2. A count moves at most to within a margin of the furthest that the changes can bring it, and keeps the same margin from none and all of
 *    the block. So neither a count nor what changed since the last one is ever so low or so high that someone must have none, or all, of it.
 *    What lies beyond is shown as "or less", "or more".
 *
 * A block is counted for the first time when at least half of what is expected is rated: before, it would only say how many are missing.
 */
export function renewal(block: Block, standing: Standing | null, past: (personId: string) => readonly Counted[]): Count | null {
  const { members, circles } = block
  if (standing === null && sum(members, 'rated') * 2 < sum(members, 'expected')) return null
  const moves = movesOf(members, standing?.members ?? [])
  const changed = new Set(moves.map(({ personId }) => personId))
  const fresh = members
    .filter((member) => changed.has(member.personId) && isFresh(member, past(member.personId)))
    .map(({ personId }) => personId)
  if (fresh.length < fewest) return null
  for (const circle of circles)
    if (moves.some(({ personId }) => !circle.has(personId)) && fresh.filter((id) => !circle.has(id)).length < fewest) return null

  const margin = marginOf(asNew(members), circles)
  const step = marginOf(moves, circles)
  const from = standing?.met ?? 0
  const low = Math.max(margin, from - sumOf(moves, 'before') + step)
  const high = Math.min(sum(members, 'expected') - margin, from + sumOf(moves, 'after') - step)
  if (low >= high) return null
  const met = sum(members, 'met')
  return { met: Math.min(high, Math.max(low, met)), side: met <= low ? 'less' : met >= high ? 'more' : 'same' }
}

/**
 * A contribution that was in no count, and of which that alone does not say what it is: who had a choice of met or not met and is counted
 * differently than before, has the other one.
 */
function isFresh({ expected, met }: Contribution, past: readonly Counted[]): boolean {
  const shown = new Set(past.filter((one) => one.expected === expected).map((one) => one.met))
  return !shown.has(met) && expected + 1 - shown.size >= 2
}

/** Whoever is counted differently than last time: changed, joined or left. */
function movesOf(members: readonly Contribution[], before: readonly Counted[]): Move[] {
  const last = new Map(before.map((member) => [member.personId, member]))
  const now = new Set(members.map(({ personId }) => personId))
  const differing = members.flatMap(({ personId, expected, met }) => {
    const was = last.get(personId)
    return was?.expected === expected && was.met === met ? [] : [{ personId, before: was?.expected ?? 0, after: expected }]
  })
  const left = before.filter(({ personId }) => !now.has(personId))
  return [...differing, ...left.map(({ personId, expected }) => ({ personId, before: expected, after: 0 }))]
}

const sum = (members: readonly Contribution[], what: 'expected' | 'rated' | 'met') =>
  members.reduce((total, member) => total + member[what], 0)
const sumOf = (moves: readonly Move[], what: 'before' | 'after') => moves.reduce((total, move) => total + move[what], 0)
