import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { type Practice, practice } from '@plumbline/shared/frameworks/pack-practices.ts'
import { type Keyed, fromLines, fromSourceRows, keyed, optional, sourceRows, toLines, toNumber } from './form-values.ts'

/** One skill that a practice needs, as the fields hold it. */
export interface NeedRow extends Keyed {
  readonly skill: string
  readonly level: string
  readonly people: string
}

export const statuses = practice.shape.status.options

/** What the fields of a practice hold; of a new one without an entry. */
export const practiceValues = (entry: Practice | undefined, { areas }: Pick<Pack, 'areas'>) => ({
  id: entry?.id ?? '',
  area: entry?.area ?? areas[0]?.id ?? '',
  level: String(entry?.level ?? 1),
  name: entry?.name ?? '',
  status: entry?.status ?? 'derived',
  criteria: toLines(entry?.criteria ?? []),
  evidence: entry?.evidence ?? '',
  models: [...(entry?.models ?? [])],
  automatable: entry?.automatable ?? false,
  needs: keyed(
    (entry?.needs ?? []).map(({ skill, level, people }) => ({ skill, level: String(level), people: String(people) })),
  ) as NeedRow[],
  sources: sourceRows(entry?.sources ?? []),
})

/** The entry as the schema wants to see it. */
export const toPractice = ({ evidence, ...values }: ReturnType<typeof practiceValues>) => ({
  ...values,
  level: toNumber(values.level),
  name: values.name.trim(),
  criteria: fromLines(values.criteria),
  ...optional('evidence', evidence),
  needs: values.needs.map(({ skill, level, people }) => ({ skill, level: toNumber(level), people: toNumber(people) })),
  sources: fromSourceRows(values.sources),
})
