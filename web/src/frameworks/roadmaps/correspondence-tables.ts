import type { Roadmap, Stage } from '@plumbline/shared/frameworks/pack-learning.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'

interface Side {
  readonly stages: readonly Stage[]
  /** Topics that only this roadmap has. */
  readonly only: readonly string[]
}

export interface CorrespondenceRow {
  readonly id: string
  readonly left: Side
  readonly right: Side
}

/** What answers to each other in two roadmaps. */
export interface CorrespondenceTable {
  readonly left: Roadmap
  readonly right: Roadmap
  readonly rows: readonly CorrespondenceRow[]
}

/** One table for each two roadmaps that the framework sets beside each other, in its order. */
export function correspondenceTables({ roadmaps, correspondences }: Pick<Pack, 'roadmaps' | 'correspondences'>): CorrespondenceTable[] {
  const tables = new Map<string, { left: Roadmap; right: Roadmap; rows: CorrespondenceRow[] }>()
  for (const { id, stages, only } of correspondences) {
    const [left, right] = stages.map(({ roadmap }) => roadmaps.find((one) => one.id === roadmap))
    if (left === undefined || right === undefined) continue
    const side = (of: Roadmap): Side => {
      const named = stages.find(({ roadmap }) => roadmap === of.id)?.stages ?? []
      return {
        stages: of.stages.filter((stage) => named.includes(stage.id)),
        only: only.find(({ roadmap }) => roadmap === of.id)?.topics ?? [],
      }
    }
    const key = `${left.id} ${right.id}`
    const table = tables.get(key) ?? { left, right, rows: [] }
    table.rows.push({ id, left: side(left), right: side(right) })
    tables.set(key, table)
  }
  return [...tables.values()]
}
