import { inTreeOrder, subtreeOf } from '@plumbline/shared/teams/tree.ts'

/** Rows up to which a table opens without a wait. */
export const mostRows = 120

/** A team of the tree, whatever is known of it. */
export interface RowTeam {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly people: number
}

export interface OverviewRow<T extends RowTeam> {
  readonly team: T
  readonly depth: number
  /** Teams below it that are not shown. */
  readonly hidden: number
}

/**
 * The teams to show, in the order of the tree: as many levels from the top as fit into `most` rows, so that an organisation of
 * thousands of teams opens as fast as a small one. `top` shows one team and those below it.
 */
export function overviewRows<T extends RowTeam>(teams: readonly T[], top: string | undefined, most: number): OverviewRow<T>[] {
  const chosen = top === undefined || !teams.some(({ id }) => id === top) ? teams : below(teams, top)
  const ordered = inTreeOrder(chosen)
  const perDepth = Map.groupBy(ordered, ({ depth }) => depth)
  let deepest = 0
  for (let shown = perDepth.get(0)?.length ?? 0; perDepth.has(deepest + 1); deepest++) {
    shown += perDepth.get(deepest + 1)?.length ?? 0
    if (shown > most) break
  }
  return ordered
    .filter(({ depth }) => depth <= deepest)
    .map(({ team, depth }) => ({ team, depth, hidden: depth === deepest ? subtreeOf(chosen, team.id).length - 1 : 0 }))
}

/** A team and those below it, as a tree of its own. */
function below<T extends RowTeam>(teams: readonly T[], top: string): T[] {
  const ids = new Set(subtreeOf(teams, top))
  return teams.filter(({ id }) => ids.has(id)).map((team) => (team.id === top ? { ...team, parentId: null } : team))
}

/** Which of the six shades stands for a share of 0 to 1: only none of it is the palest, only all of it the deepest. */
export function shadeOf(share: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (share <= 0) return 0
  if (share >= 1) return 5
  return Math.min(4, 1 + Math.floor(share * 4)) as 1 | 2 | 3 | 4
}
