import type { Stage } from '@plumbline/shared/frameworks/pack-learning.ts'

/**
 * Stages in rows, in the order in which they can be walked: each stands one row below the last of those it comes after. Stages of one
 * row are branches that wait for nothing of each other. A stage that comes after itself, by however many steps, keeps its printed order.
 */
export function stageRows(stages: readonly Stage[]): Stage[][] {
  const byId = new Map(stages.map((stage) => [stage.id, stage]))
  const rows = new Map<string, number>()
  const rowOf = (stage: Stage, above: ReadonlySet<string>): number => {
    const known = rows.get(stage.id)
    if (known !== undefined) return known
    const before = stage.after.flatMap((id) => (above.has(id) ? [] : (byId.get(id) ?? [])))
    const row = Math.max(-1, ...before.map((one) => rowOf(one, new Set([...above, stage.id])))) + 1
    rows.set(stage.id, row)
    return row
  }
  const sorted = stages.toSorted((a, b) => a.order - b.order)
  const result: Stage[][] = []
  for (const stage of sorted) {
    const row = rowOf(stage, new Set([stage.id]))
    while (result.length <= row) result.push([])
    result[row]?.push(stage)
  }
  return result
}
