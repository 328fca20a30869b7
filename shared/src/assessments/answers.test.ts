import { expect, test } from 'vitest'
import { mergeAnswers } from './answers.ts'
import type { Answer } from './contract.ts'

const rated = (level: Answer['level']): Answer => ({ level, interest: null, note: '' })

test('a change replaces its own skills, null takes one out, and the others stay', () => {
  const before = { git: rated(3), gitops: rated(1), iac: rated(2) }
  expect(mergeAnswers(before, { gitops: rated(4), iac: null, secrets: rated(null), cost: null })).toEqual({
    git: rated(3),
    gitops: rated(4),
    secrets: rated(null),
  })
  expect(before.iac).toEqual(rated(2))
})
