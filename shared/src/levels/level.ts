import { z } from 'zod'

/** What a person can do in a skill: 0 none · 1 aware · 2 assisted · 3 independent · 4 advanced · 5 leading. Unrated is `null`, never 0. */
export const level = z
  .literal([0, 1, 2, 3, 4, 5])
  .meta({ description: '0 none, 1 aware, 2 assisted, 3 independent, 4 advanced, 5 leading' })
export type Level = z.infer<typeof level>

export const levelNames = ['none', 'aware', 'assisted', 'independent', 'advanced', 'leading'] as const

/** From this level on a person works alone and counts as a holder of the skill. */
export const holderLevel: Level = 3

/** The nearest level of the scale. */
export const toLevel = (value: number): Level => Math.min(5, Math.max(0, Math.round(value))) as Level
