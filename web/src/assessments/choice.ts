import type { Answer } from '@plumbline/shared/assessments/contract.ts'
import type { LevelAnswer } from '../ui/level-keys.ts'

/** What the scale shows for an answer: "not sure" is one, no answer is `null`. */
export const choiceOf = (answer: Answer | undefined): LevelAnswer => (answer === undefined ? null : (answer.level ?? 'not sure'))

/** The answer after a choice on the scale; interest and note stay. `null` where the answer is taken back. */
export const chosen = (answer: Answer | undefined, choice: LevelAnswer): Answer | null =>
  choice === null ? null : changed(answer, { level: choice === 'not sure' ? null : choice })

/** What was submitted last knows its day as well: only what an answer is made of goes into a draft. */
export function changed(answer: Answer | undefined, part: Partial<Answer>): Answer {
  const { level, interest, note } = { level: null, interest: null, note: '', ...answer, ...part }
  return { level, interest, note }
}

const interests = { none: null, '0': 0, '1': 1, '2': 2 } as const
export type InterestChoice = keyof typeof interests

export const interestOptions: readonly { value: InterestChoice; label: string }[] = [
  { value: 'none', label: 'Interest…' },
  { value: '0', label: 'Rather not' },
  { value: '1', label: 'Open to it' },
  { value: '2', label: 'Keen' },
]

export const interestChoice = (interest: Answer['interest']): InterestChoice => (interest === null ? 'none' : `${interest}`)
export const interestChosen = (choice: InterestChoice): Answer['interest'] => interests[choice]
