import type { Answer } from './contract.ts'

/** Answers by skill id. */
export type Answers = Readonly<Record<string, Answer>>

/** What is to be changed in a draft: `null` takes an answer out, skills that are not named stay as they are. */
export type AnswerChanges = Readonly<Record<string, Answer | null>>

/** A draft's answers after the changes. The server keeps this and the page shows it, so both agree on what a change does. */
export const mergeAnswers = (answers: Answers, changes: AnswerChanges): Answers =>
  Object.fromEntries(Object.entries({ ...answers, ...changes }).filter((entry): entry is [string, Answer] => entry[1] !== null))
