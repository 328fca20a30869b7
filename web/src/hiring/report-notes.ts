import type { Source } from '@plumbline/shared/frameworks/pack-source.ts'
import type { HiringReport } from '@plumbline/shared/hiring/contract.ts'
import { sourceKey } from '@plumbline/shared/hiring/expectations.ts'

export interface Note {
  readonly number: number
  readonly source: Source
}

/** Numbers the sources of a report in the order in which it shows them; a place that several skills rest on has one number. */
export function numberSources({ gaps, expectations }: Pick<HiringReport, 'gaps' | 'expectations'>): {
  notes: readonly Note[]
  of: (role: string, skill: string) => readonly number[]
} {
  const notes = new Map<string, Note>()
  for (const { role, skills } of gaps.roles)
    for (const { skill } of skills)
      for (const source of expectations[role]?.[skill]?.sources ?? []) {
        const key = sourceKey(source)
        if (!notes.has(key)) notes.set(key, { number: notes.size + 1, source })
      }
  return {
    notes: [...notes.values()],
    of: (role, skill) => (expectations[role]?.[skill]?.sources ?? []).flatMap((source) => notes.get(sourceKey(source))?.number ?? []),
  }
}
