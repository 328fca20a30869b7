interface Node {
  readonly id: string
  readonly parentId: string | null
}

/** The team and all below it. */
export function subtreeOf(teams: readonly Node[], id: string): string[] {
  const children = Map.groupBy(teams, (team) => team.parentId)
  const below = (at: string): string[] => [at, ...(children.get(at) ?? []).flatMap((child) => below(child.id))]
  return below(id)
}

/** Teams in the order of the tree, each with its depth: a parent stands before its children, siblings keep their order. */
export function inTreeOrder<T extends Node>(teams: readonly T[]): { team: T; depth: number }[] {
  const children = Map.groupBy(teams, (team) => team.parentId)
  const from = (parentId: string | null, depth: number): { team: T; depth: number }[] =>
    (children.get(parentId) ?? []).flatMap((team) => [{ team, depth }, ...from(team.id, depth + 1)])
  return from(null, 0)
}
