import { blocksOf, type Contribution } from './aggregate-blocks.ts'
import { type Counted, renewal } from './aggregate-renewal.ts'
import type { ShownBlock } from './aggregate-shares.ts'

/** A block keeps what it shows for at least this long. */
export const renewedAfterDays = 28

/** A block as it is to be shown, with whom it is about. */
export interface Renewed extends ShownBlock {
  readonly members: readonly Contribution[]
}

interface Facts {
  readonly category: string
  /** The day of this count, in UTC. */
  readonly day: string
  readonly teams: readonly { readonly id: string; readonly parentId: string | null }[]
  readonly leads: readonly { readonly teamId: string; readonly personId: string }[]
  readonly contributions: readonly Contribution[]
  /** The blocks of this category as they are shown now, and of whom they are. */
  readonly shown: readonly ShownBlock[]
  readonly members: readonly (Counted & { readonly teamId: string })[]
  /** All contributions that were in a block of this category. */
  readonly past: readonly Counted[]
}

/**
 * One category counted on one day: the blocks that are shown anew, and those that are shown no more since their people no longer make up a
 * block. All others stay as they are, with the day on which they were counted.
 */
export function countCategory({ category, day, teams, leads, contributions, shown, members, past }: Facts): {
  renewed: Renewed[]
  gone: ShownBlock[]
} {
  const blocks = blocksOf(teams, contributions, leads)
  const standing = new Map(shown.map((block) => [block.teamId, block]))
  const membersOf = Map.groupBy(members, ({ teamId }) => teamId)
  const pastOf = Map.groupBy(past, ({ personId }) => personId)
  const renewed = [...blocks].flatMap(([teamId, block]) => {
    const last = standing.get(teamId)
    if (last && daysFrom(last.countedOn, day) < renewedAfterDays) return []
    const count = renewal(block, last ? { met: last.met, members: membersOf.get(teamId) ?? [] } : null, (id) => pastOf.get(id) ?? [])
    if (count === null) return []
    const expected = block.members.reduce((sum, member) => sum + member.expected, 0)
    return [{ ...count, teamId, category, countedOn: day, people: block.members.length, expected, members: block.members }]
  })
  return { renewed, gone: shown.filter(({ teamId }) => !blocks.has(teamId)) }
}

const daysFrom = (earlier: string, later: string) => (Date.parse(later) - Date.parse(earlier)) / 86_400_000
