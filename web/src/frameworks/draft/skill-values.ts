import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { type Skill, skill } from '@plumbline/shared/frameworks/pack-skills.ts'
import { fromLines, fromSourceRows, optional, sourceRows, toLines, toNumber } from './form-values.ts'

/** The place in stored levels is given when the draft is published. */
export const skillEntry = skill.omit({ position: true })

const six = ['', '', '', '', '', '']
const five = ['', '', '', '', '']

/** What the fields of a skill hold; of a new one without an entry. */
export const skillValues = (entry: Skill | undefined, { categories }: Pick<Pack, 'categories'>) => ({
  id: entry?.id ?? '',
  name: entry?.name ?? '',
  category: entry?.category ?? categories[0]?.id ?? '',
  aliases: toLines(entry?.aliases ?? []),
  descriptors: entry?.descriptors.length === 6 ? [...entry.descriptors] : six,
  prerequisites: [...(entry?.prerequisites ?? [])],
  months: entry?.months === undefined ? five : entry.months.steps.map(String),
  reason: entry?.months?.reason ?? '',
  models: [...(entry?.models ?? [])],
  unexpected: entry?.unexpected ?? '',
  sources: sourceRows(entry?.sources ?? []),
})
export type SkillValues = ReturnType<typeof skillValues>

const isBlank = (texts: readonly string[]) => texts.every((text) => text.trim() === '')

/** The entry as the schema wants to see it. Six blank descriptors are none, five blank steps no months. */
export const toSkill = (values: SkillValues) => ({
  id: values.id,
  name: values.name.trim(),
  category: values.category,
  aliases: fromLines(values.aliases),
  descriptors: isBlank(values.descriptors) ? [] : values.descriptors.map((text) => text.trim()),
  prerequisites: values.prerequisites,
  ...(!(isBlank(values.months) && values.reason === '') && {
    months: { steps: values.months.map(toNumber), reason: values.reason },
  }),
  models: values.models,
  ...optional('unexpected', values.unexpected),
  sources: fromSourceRows(values.sources),
})
