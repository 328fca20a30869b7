import { expect, test } from 'vitest'
import { levelMeaning } from './level-meanings.ts'

test('a level is told in the words of the skill, and in those of any skill where it has none', () => {
  expect(levelMeaning(['a', 'b', 'c', 'd', 'e', 'f'], 3)).toBe('d')
  expect(levelMeaning([], 3)).toBe('Does it alone.')
})
