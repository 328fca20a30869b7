import { type Practice, type PracticeLevel, practiceLevelNames } from '../frameworks/pack-practices.ts'
import { type Answers, isApplicable, isMet, maturity } from './maturity.ts'

/** The practices of one maturity level, counted. */
export type LevelCount = {
  readonly level: PracticeLevel
  readonly name: string
  /** Applicable and answered most or all. */
  readonly met: number
  readonly applicable: number
  readonly notApplicable: number
  /** Without an answer; they are applicable. */
  readonly unanswered: number
}

const levels: readonly PracticeLevel[] = [1, 2, 3, 4]
export const levelName = (level: number): string => practiceLevelNames[level - 1] ?? 'not yet provisional'

/** Counts the practices of one area at each level that it has. */
export const countLevels = (practices: readonly Practice[], answers: Answers): LevelCount[] =>
  levels.flatMap((level) => {
    const here = practices.filter((practice) => practice.level === level)
    if (here.length === 0) return []
    const applicable = here.filter((practice) => isApplicable(practice, answers))
    return {
      level,
      name: levelName(level),
      met: applicable.filter((practice) => isMet(practice, answers)).length,
      applicable: applicable.length,
      notApplicable: here.length - applicable.length,
      unanswered: applicable.filter(({ id }) => !answers.has(id)).length,
    }
  })

/** How the level and the percentage of one area came about, in sentences to be read in this order. */
export function explainMaturity(practices: readonly Practice[], answers: Answers): string[] {
  const { level, percentage, applicable } = maturity(practices, answers)
  const left = practices.length - applicable
  const leftOut = left === 0 ? [] : [`${left} not applicable ${left === 1 ? 'is' : 'are'} left out of both numbers.`]
  if (level === null || percentage === null) return ['No practice of this area applies to the team, so there is no maturity to give.']
  const given = (wanted: string) => practices.filter(({ id }) => answers.get(id) === wanted).length
  const unanswered = practices.filter(({ id }) => !answers.has(id)).length
  return [
    'A level is reached when every applicable practice of it, and of the levels below it, is answered most or all.',
    reached(level, countLevels(practices, answers)),
    `The percentage counts none 0, some ⅓, most ⅔ and all 1: (${given('some')} × ⅓ + ${given('most')} × ⅔ + ${given('all')} × 1) ÷ ${applicable} applicable = ${Math.round(percentage)} %.`,
    ...(unanswered === 0 ? [] : [`${unanswered} without an answer ${unanswered === 1 ? 'counts' : 'count'} as none.`]),
    ...leftOut,
  ]
}

function reached(level: number, counts: readonly LevelCount[]): string {
  const next = counts.find((count) => count.level > level && count.met < count.applicable)
  const so = level === 0 ? 'No level is reached yet' : `Level ${level} (${levelName(level)}) is reached`
  if (!next) return `${so}: nothing of this area is left above it.`
  return `${so}: at level ${next.level} (${next.name}) ${next.met} of ${next.applicable} practices hold.`
}
