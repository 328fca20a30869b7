import type { Actor } from '@plumbline/shared/access/actor.ts'
import { mostDays } from '@plumbline/shared/tokens/contract.ts'
import { expect, test } from 'vitest'
import { lifetimes, offersFor } from './token-words.ts'

const actor = (more: Partial<Actor>): Actor => ({ accountId: 'a', orgId: 'o', personId: 'p', role: 'member', leads: new Set(), ...more })
const offered = (who: Actor, kind: 'own' | 'organisation') => offersFor(who, kind).map(({ scope }) => scope)

test('a member is offered what their role may do and nothing else', () => {
  expect(offered(actor({}), 'own')).toContain('ratings:read')
  expect(offered(actor({}), 'own')).not.toContain('heatmap:read')
  expect(offered(actor({ leads: new Set(['t']) }), 'own')).toContain('heatmap:read')
})

test('for the organisation nothing is offered that says something of single people’s levels', () => {
  const all = offered(actor({ role: 'admin' }), 'organisation')
  expect(all).toContain('people:write')
  for (const scope of ['ratings:read', 'heatmap:read', 'overview:read', 'hiring:read', 'audit:read']) expect(all).not.toContain(scope)
})

test('no lifetime that is offered is longer than the longest', () => {
  expect(Math.max(...lifetimes.map(({ value }) => Number(value)))).toBe(mostDays)
})
