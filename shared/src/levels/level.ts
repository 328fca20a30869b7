import { z } from 'zod'

/** What a person can do in a skill: 0 none · 1 aware · 2 assisted · 3 independent · 4 advanced · 5 leading. Unrated is `null`, never 0. */
export const level = z
  .literal([0, 1, 2, 3, 4, 5])
  .meta({ description: '0 none, 1 aware, 2 assisted, 3 independent, 4 advanced, 5 leading' })
export type Level = z.infer<typeof level>

/** A name for each level, 0 to 5. */
export type LevelNames = readonly [string, string, string, string, string, string]
export const levelNames = ['none', 'aware', 'assisted', 'independent', 'advanced', 'leading'] as const satisfies LevelNames

/** The names that the levels go by: those given (by a framework, or kept by a report), else the shared ones. */
export const levelNamesOf = ({ levelNames: own }: { readonly levelNames?: readonly string[] | null | undefined }): LevelNames =>
  isWhole(own) ? own : levelNames

const isWhole = (names: readonly string[] | null | undefined): names is LevelNames => names?.length === levelNames.length

/** From this level on a person works alone and counts as a holder of the skill. */
export const holderLevel: Level = 3

/** The nearest level of the scale. */
export const toLevel = (value: number): Level => Math.min(5, Math.max(0, Math.round(value))) as Level
