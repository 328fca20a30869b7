import { expect, test } from 'vitest'
import { addressOf, paths } from './paths.ts'

test('an address has its parameters filled in and encoded', () => {
  expect(addressOf(paths.team, { teamId: 'a/b c' })).toBe('/teams/a%2Fb%20c')
  expect(addressOf(paths.hiring, {})).toBe('/hiring')
})
