import type { z } from 'zod'
import { type Practice, type PracticeLevel, practiceLevelNames } from '../frameworks/pack-practices.ts'
import type { practiceAnswer } from './contract.ts'

/** For how many of its services a team holds a practice. A practice without an answer is not held. */
export type Answer = z.infer<typeof practiceAnswer>

/** Answers by practice id, as they count today: an exemption still running arrives as `not_applicable`. */
export type Answers = ReadonlyMap<string, Answer>

export type Maturity = {
  /** 0 while level 1 is not held; `null` when no practice is applicable. */
  readonly level: 0 | PracticeLevel | null
  /** 0..100, the mean of none 0, some ⅓, most ⅔, all 1 over the applicable practices; unanswered is 0. `null` when none is applicable. */
  readonly percentage: number | null
  /** Applicable practices with an answer. */
  readonly answered: number
  /** All practices but those answered `not_applicable`. */
  readonly applicable: number
  readonly total: number
  /** Ids of the practices that keep the team from the next level. */
  readonly holding: readonly string[]
}

const thirds = { none: 0, some: 1, most: 2, all: 3 } as const
const practiceLevels = practiceLevelNames.map((_, at) => (at + 1) as PracticeLevel)

export const isApplicable = (practice: Practice, answers: Answers): boolean => answers.get(practice.id) !== 'not_applicable'
export const isMet = (practice: Practice, answers: Answers): boolean => ['most', 'all'].includes(answers.get(practice.id) ?? 'none')

/**
 * The maturity of a team in one area, given the practices of that area: the highest level L such that every applicable practice of
 * level ≤ L is answered most or all. A level whose practices are all not applicable neither passes nor fails: it is held as soon as the
 * levels below it are. No level above the area's highest practice is given.
 */
export function maturity(practices: readonly Practice[], answers: Answers): Maturity {
  const applicable = practices.filter((practice) => isApplicable(practice, answers))
  const unmet = applicable.filter((practice) => !isMet(practice, answers))
  const nextLevel = Math.min(...unmet.map((practice) => practice.level))
  const highest = Math.max(...practices.map((practice) => practice.level))
  const held = practiceLevels.filter((level) => level < nextLevel && level <= highest)
  const points = applicable.reduce((sum, { id }) => {
    const given = answers.get(id)
    return sum + (given === undefined || given === 'not_applicable' ? 0 : thirds[given])
  }, 0)
  const none = applicable.length === 0
  return {
    level: none ? null : (held.at(-1) ?? 0),
    percentage: none ? null : (100 * points) / (3 * applicable.length),
    answered: applicable.filter(({ id }) => answers.has(id)).length,
    applicable: applicable.length,
    total: practices.length,
    holding: unmet.filter((practice) => practice.level === nextLevel).map(({ id }) => id),
  }
}
