import { expect, test } from 'vitest'
import { nameIn } from './name-in.ts'
import { indexPack } from './pack-index.ts'
import { smallPack } from './small-pack.ts'

test('a skill or role that the framework lacks reads as its id, and says that it is gone', () => {
  const { skillById, roleById } = indexPack(smallPack)
  expect([nameIn(skillById, 'kubernetes'), nameIn(roleById, 'security-engineer')]).toEqual(['Kubernetes', 'Security Engineer'])
  expect(nameIn(skillById, 'punch-cards')).toBe('punch-cards (no longer in the framework)')
  expect(nameIn(roleById, 'card-puncher')).toBe('card-puncher (no longer in the framework)')
})
