import { expect, test } from 'vitest'
import { answerForKey } from './level-keys.ts'

test('the digits 0 to 5 answer with their level', () => {
  expect(['0', '1', '2', '3', '4', '5'].map(answerForKey)).toEqual([0, 1, 2, 3, 4, 5])
})

test('n answers that one is not sure, and deleting takes the answer back', () => {
  expect(['n', 'N', 'Backspace', 'Delete'].map(answerForKey)).toEqual(['not sure', 'not sure', null, null])
})

test('every other key is left to the browser', () => {
  for (const key of ['6', '9', 'Tab', 'ArrowLeft', ' ', '', 'Enter']) expect(answerForKey(key)).toBeUndefined()
})
