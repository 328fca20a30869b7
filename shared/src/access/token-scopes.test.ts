import { expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import { can } from './can.ts'
import { allScopes, scopes } from './token-scopes.ts'

const actor = (more: Partial<Actor>): Actor => ({ accountId: 'a', orgId: 'o', personId: 'p', role: 'member', leads: new Set(), ...more })
const usableBy = (more: Partial<Actor>) => allScopes.filter((name) => scopes[name].mayUse(actor(more)))

const everyones = ['organisation:read', 'framework:read', 'teams:read', 'people:read', 'practices:read', 'ratings:read', 'aggregates:read']

test('a viewer may make tokens that read what everyone reads', () => {
  expect(usableBy({ role: 'viewer' })).toEqual(everyones)
})

test('a member may answer checklists, too', () => {
  expect(usableBy({}).toSorted()).toEqual([...everyones, 'evidence:write'].toSorted())
})

test('a lead may read and plan for the teams they lead, too', () => {
  const more = ['evidence:write', 'heatmap:read', 'overview:read', 'hiring:read', 'hiring:write']
  expect(usableBy({ leads: new Set(['t']) }).toSorted()).toEqual([...everyones, ...more].toSorted())
})

test('an admin may make tokens for everything', () => {
  expect(usableBy({ role: 'admin' })).toEqual(allScopes)
})

test('each scope says in a sentence what it allows', () => {
  for (const name of allScopes) {
    expect(name).toMatch(/^[a-z]+:[a-z]+$/)
    expect(scopes[name].sentence).toMatch(/^[A-Z].*\.$/)
  }
})

test('without ratings within reach not even an admin or a person themselves reads one', () => {
  const blind = actor({ role: 'admin', leads: new Set(['t']), withoutRatings: true })
  expect(can.viewRatings.allows(blind, { id: 'p', teamId: 't' })).toBe(false)
  expect(can.viewHeatmap.allows(blind, { id: 't' })).toBe(false)
})
