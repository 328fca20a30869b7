import { smallIndex } from '@plumbline/shared/levels/small-pack.ts'
import { expect, test } from 'vitest'
import type { HeatmapPerson } from './queries.ts'
import { absence, nearest } from './risks.ts'

const person = (name: string, roleId: string, levels: HeatmapPerson['levels']): HeatmapPerson => {
  return { id: name.toLowerCase(), name, teamId: 't', roleId, seniority: 'mid', levels, ratedOn: null }
}
// Musts: Kubernetes and GitOps for Ana, secrets for Ben.
const people = [person('Ana', 'platform-engineer', [4, 2, 5, 3]), person('Ben', 'security-engineer', [3, 1, 1, 2])]

test('with Ana away Kubernetes hangs on Ben alone and nobody holds secrets; GitOps was uncovered before', () => {
  expect(absence(people, 'ana', smallIndex)).toEqual({ singlePoints: [{ skill: 'kubernetes', personId: 'ben' }], uncovered: ['secrets'] })
  expect(absence(people, 'nobody', smallIndex)).toEqual({ singlePoints: [], uncovered: [] })
})

test('nearest are those with the highest level below 3', () => {
  expect(nearest(people, 1)).toEqual({ level: 2, names: ['Ana'] })
  expect(nearest(people, 3)).toEqual({ level: 2, names: ['Ben'] })
  expect(nearest(people, 0)).toBeNull()
  expect(nearest(people, 5)).toBeNull()
})
