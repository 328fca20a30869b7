import type { Actor } from '@plumbline/shared/access/actor.ts'
import { expect, test } from 'vitest'
import { countedTeams, isIncluded, plannableTeams, toggled } from './team-choice.ts'

const team = (id: string, parentId: string | null) => ({ id, name: id, parentId })
const teams = [team('engineering', null), team('platform', 'engineering'), team('runtime', 'platform'), team('payments', null)]
const actor = (role: Actor['role'], leads: string[]): Actor => ({ accountId: 'a', orgId: 'o', personId: 'p', role, leads: new Set(leads) })
const shown = (of: Actor) => plannableTeams(teams, of).map(({ team, depth }) => [team.id, depth])

test('an admin chooses among all teams, a lead among their own subtree, which then stands at the top', () => {
  expect(shown(actor('admin', []))).toEqual([
    ['engineering', 0],
    ['platform', 1],
    ['runtime', 2],
    ['payments', 0],
  ])
  expect(shown(actor('member', ['platform', 'runtime']))).toEqual([
    ['platform', 0],
    ['runtime', 1],
  ])
  expect(shown(actor('member', []))).toEqual([])
})

test('a chosen team takes all below it along, and drops their own ticks', () => {
  expect(toggled(teams, ['runtime', 'payments'], 'engineering')).toEqual(['payments', 'engineering'])
  expect(toggled(teams, ['payments', 'engineering'], 'payments')).toEqual(['engineering'])
  expect([...countedTeams(teams, ['platform'])]).toEqual(['platform', 'runtime'])
  expect(isIncluded(teams, ['platform'], 'runtime')).toBe(true)
  expect(isIncluded(teams, ['platform'], 'platform')).toBe(false)
})
