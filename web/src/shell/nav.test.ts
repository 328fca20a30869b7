import type { Actor } from '@plumbline/shared/access/actor.ts'
import { expect, test } from 'vitest'
import { navFor } from './nav.ts'

const teams = [{ id: 'top' }, { id: 'platform' }, { id: 'security' }]
const actor = (more: Partial<Actor>): Actor => ({ accountId: 'a', orgId: 'o', personId: 'p', role: 'member', leads: new Set(), ...more })
const entries = (who: Actor, homeTeamId: string | null, all = teams) =>
  Object.fromEntries(navFor({ actor: who, homeTeamId, teams: all }).flatMap(({ label, to, visible }) => (visible ? [[label, to]] : [])))

test('a member sees their own team’s checklist and the organisation in aggregates, and no heatmap or hiring', () => {
  const seen = entries(actor({}), 'platform')
  expect(seen['Practices']).toBe('/practices/platform')
  expect(Object.keys(seen)).toEqual(['Home', 'My assessment', 'Practices', 'Organisation', 'Framework', 'People & teams'])
})

test('a lead is led to the heatmap of their own team if they lead it, else of the first that they lead', () => {
  expect(entries(actor({ leads: new Set(['platform', 'security']) }), 'security')['Team']).toBe('/teams/security')
  expect(entries(actor({ leads: new Set(['security']) }), 'platform')).toMatchObject({
    Team: '/teams/security',
    Practices: '/practices/platform',
  })
})

test('an admin without a team begins with the first of the tree; without any team there are no team pages', () => {
  const admin = actor({ role: 'admin', personId: null })
  expect(entries(admin, null)).toMatchObject({ Team: '/teams/top', Practices: '/practices/top', Organisation: '/organisation' })
  expect(Object.keys(entries(admin, null, []))).toEqual(['Home', 'Organisation', 'Framework', 'People & teams', 'Audit'])
})
