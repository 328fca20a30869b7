import type { Model } from '@plumbline/shared/frameworks/pack-source.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'

/** One item of an open model with what in the framework is set beside it. */
export interface CoveredItem {
  readonly id: string
  readonly name: string
  readonly practices: Pack['practices']
  readonly skills: Pack['skills']
}

/** How far the framework covers a model: its items in the model's order. One with neither practice nor skill is not covered. */
export const modelCoverage = (model: Model, { practices, skills }: Pick<Pack, 'practices' | 'skills'>): CoveredItem[] =>
  model.items.map(({ id, name }) => {
    const key = `${model.id}/${id}`
    return {
      id,
      name,
      practices: practices.filter((one) => one.models.includes(key)),
      skills: skills.filter((one) => one.models.includes(key)),
    }
  })

export const isCovered = ({ practices, skills }: CoveredItem): boolean => practices.length + skills.length > 0
