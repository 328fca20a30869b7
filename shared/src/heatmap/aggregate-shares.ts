import type { Count } from './aggregate-renewal.ts'
import type { AggregateShare } from './aggregates-contract.ts'

/** A block as it stands: at which team, in which category, of how many people, of whom so much is expected. */
export interface ShownBlock extends Count {
  readonly teamId: string
  readonly category: string
  readonly people: number
  readonly expected: number
  readonly countedOn: string
}

/** The shares of each team by category: its own block and all blocks below it, added up. A team without any is left out. */
export function sharesOf(
  teams: readonly { readonly id: string; readonly parentId: string | null }[],
  blocks: readonly ShownBlock[],
): ReadonlyMap<string, Record<string, AggregateShare>> {
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]))
  const byTeam = new Map<string, ShownBlock[]>()
  for (const block of blocks)
    for (let at: string | null = block.teamId; at !== null; at = parents.get(at) ?? null) {
      const sofar = byTeam.get(at)
      if (sofar) sofar.push(block)
      else byTeam.set(at, [block])
    }
  return new Map([...byTeam].map(([teamId, all]) => [teamId, byCategory(all)]))
}

const byCategory = (blocks: readonly ShownBlock[]) =>
  Object.fromEntries([...Map.groupBy(blocks, ({ category }) => category)].map(([category, some]) => [category, shareOf(some)]))

/** Blocks added up, in whole tens of percent with open ends: not even all of it is ever shown as 100 %, nor none as 0 %. */
export function shareOf(blocks: readonly ShownBlock[]): AggregateShare {
  const sum = (what: 'people' | 'expected' | 'met') => blocks.reduce((total, block) => total + block[what], 0)
  const tenths = Math.round((10 * sum('met')) / sum('expected'))
  const less = tenths < 1 || blocks.some(({ side }) => side === 'less')
  const more = tenths > 9 || blocks.some(({ side }) => side === 'more')
  return {
    percent: 10 * Math.min(9, Math.max(1, tenths)),
    side: less === more ? 'about' : less ? 'less' : 'more',
    people: sum('people'),
    countedOn: blocks.map(({ countedOn }) => countedOn).toSorted()[0] ?? '',
  }
}
