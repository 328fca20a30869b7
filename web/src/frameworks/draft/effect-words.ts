import type { DraftEffect } from '@plumbline/shared/frameworks/contract.ts'

const people = (count: number): string => (count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`)
const many = (count: number, one: string): string => `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`
const sum = (parts: readonly { entries: number }[]): number => parts.reduce((total, { entries }) => total + entries, 0)

/** What publishing would do, a sentence each; the first says whom it concerns. Empty of all else where it changes nothing for anyone. */
export function effectSentences(effect: DraftEffect): string[] {
  const of = (count: number, sentence: string) => (count === 0 ? [] : [sentence])
  const { newQuestions, droppedQuestions, raised, lowered, ratingsLost, ratingsCarried, answersLost, answersCarried } = effect
  return [
    ...newQuestions.map(({ questions, people: so }) => `${people(so)} ${so === 1 ? 'gets' : 'get'} ${many(questions, 'new question')}.`),
    ...droppedQuestions.map(
      ({ questions, people: so }) => `${people(so)} ${so === 1 ? 'is' : 'are'} no longer asked ${many(questions, 'question')}.`,
    ),
    ...of(raised, `More is expected of ${people(raised)} in at least one skill.`),
    ...of(lowered, `Less is expected of ${people(lowered)} in at least one skill.`),
    ...of(sum(ratingsLost), `${many(sum(ratingsLost), 'rating')} ${sum(ratingsLost) === 1 ? 'loses its' : 'lose their'} place.`),
    ...of(sum(ratingsCarried), `${many(sum(ratingsCarried), 'rating')} ${sum(ratingsCarried) === 1 ? 'is' : 'are'} carried over.`),
    ...of(
      sum(answersLost),
      `${many(sum(answersLost), 'answer')} of checklists ${sum(answersLost) === 1 ? 'loses its' : 'lose their'} place.`,
    ),
    ...of(
      sum(answersCarried),
      `${many(sum(answersCarried), 'answer')} of checklists ${sum(answersCarried) === 1 ? 'is' : 'are'} carried over.`,
    ),
    ...effect.roles.map(
      ({ name, people: so, heir }) =>
        `${people(so)} with the role ${name} ${so === 1 ? 'has' : 'have'} ${heir === null ? 'no role' : 'another role'} afterwards.`,
    ),
  ]
}
