import type { Level } from '@plumbline/shared/levels/level.ts'

const meanings = [
  'Has not worked with it.',
  'Knows what it is for.',
  'Gets it done with help.',
  'Does it alone.',
  'Solves hard cases and helps others.',
  'Sets the way others do it.',
] as const

/** What a person can be observed to do at a level of a skill; where nobody has written that, what the level means of any skill. */
export const levelMeaning = (descriptors: readonly string[], level: Level): string => descriptors[level] ?? meanings[level]
