import type { Level } from '@plumbline/shared/levels/level.ts'
import { expect, test } from 'vitest'
import { holdersOf } from './holders.ts'

const person = (name: string, ...levels: (Level | null)[]) => ({ id: name, name, levels })

test('holders are those at 3 or above, the highest first; below, 0 and not rated are told apart', () => {
  const people = [person('Bo', null, 3), person('Al', null, 3), person('Cy', null, 5), person('Di', null, 0), person('Ed', 4)]
  expect(holdersOf(people, 1)).toEqual({
    holders: [
      { id: 'Cy', name: 'Cy', level: 5 },
      { id: 'Al', name: 'Al', level: 3 },
      { id: 'Bo', name: 'Bo', level: 3 },
    ],
    learners: 1,
    notRated: 1,
  })
})
