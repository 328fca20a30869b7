import type { DraftEffect } from '@plumbline/shared/frameworks/contract.ts'
import { expect, test } from 'vitest'
import { effectSentences } from './effect-words.ts'

const none: DraftEffect = {
  version: 1,
  people: 30,
  newQuestions: [],
  droppedQuestions: [],
  raised: 0,
  lowered: 0,
  ratingsLost: [],
  ratingsCarried: [],
  answersLost: [],
  answersCarried: [],
  roles: [],
}

test('a draft that concerns nobody has no sentence', () => {
  expect(effectSentences(none)).toEqual([])
})

test('each number is one sentence, with the right number of everything', () => {
  const moved = { id: 'faas', name: 'Functions', heirs: [], holders: 3 }
  const effect: DraftEffect = {
    ...none,
    newQuestions: [
      { questions: 1, people: 1 },
      { questions: 3, people: 1200 },
    ],
    droppedQuestions: [{ questions: 2, people: 1 }],
    raised: 1,
    lowered: 4,
    ratingsLost: [
      { ...moved, entries: 3 },
      { ...moved, id: 'edge', entries: 1 },
    ],
    ratingsCarried: [{ ...moved, heirs: ['functions'], entries: 1 }],
    answersLost: [{ ...moved, entries: 2 }],
    answersCarried: [{ ...moved, heirs: ['idp-90'], entries: 5 }],
    roles: [
      { id: 'sre', name: 'SRE', heir: null, people: 1, demanded: 0 },
      { id: 'devops', name: 'DevOps Engineer', heir: 'platform', people: 2, demanded: 1 },
    ],
  }
  expect(effectSentences(effect)).toEqual([
    '1 person gets 1 new question.',
    '1,200 people get 3 new questions.',
    '1 person is no longer asked 2 questions.',
    'More is expected of 1 person in at least one skill.',
    'Less is expected of 4 people in at least one skill.',
    '4 ratings lose their place.',
    '1 rating is carried over.',
    '2 answers of checklists lose their place.',
    '5 answers of checklists are carried over.',
    '1 person with the role SRE has no role afterwards.',
    '2 people with the role DevOps Engineer have another role afterwards.',
  ])
})
