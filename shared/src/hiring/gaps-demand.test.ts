import { expect, test } from 'vitest'
import { person } from '../levels/small-pack-people.ts'
import { sumDemands } from './gaps-demand.ts'

const engineer = (id: string) => person(id, 'platform-engineer', [])

test('worked example: 3 wanted where 1 is, and 2 present where nothing was set, are 5 wanted', () => {
  const asking = { people: [engineer('ana')], demands: [{ role: 'platform-engineer', people: 3 }] }
  const content = { people: [engineer('ben'), engineer('cem')], demands: [] }
  expect(sumDemands([asking, content])).toEqual([{ role: 'platform-engineer', people: 5 }])
})

test('rows of one role add up within a team, and a team may want fewer than it has', () => {
  const demands = [
    { role: 'platform-engineer', seniority: 'mid', people: 1 },
    { role: 'platform-engineer', seniority: 'senior', people: 1 },
    { role: 'security-engineer', seniority: 'mid', people: 0 },
  ]
  expect(sumDemands([{ people: [engineer('ana'), person('ben', 'security-engineer', [])], demands }])).toEqual([
    { role: 'platform-engineer', people: 2 },
    { role: 'security-engineer', people: 0 },
  ])
})

test('people without a role and no teams at all want nothing', () => {
  expect(sumDemands([{ people: [person('ana', null, [])], demands: [] }])).toEqual([])
  expect(sumDemands([])).toEqual([])
})
