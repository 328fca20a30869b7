import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallIndex } from '../levels/small-pack.ts'
import { peopleFrom, person } from '../levels/small-pack-people.ts'
import { singlePointsOfFailure, withoutPerson } from './single-points.ts'

const anyPeople = fc.array(fc.array(fc.nat(6), { maxLength: 8 }), { maxLength: 12 }).map(peopleFrom)
const ana = person('ana', 'platform-engineer', [4, 2, 5, 3]) // must: kubernetes, gitops
const ben = person('ben', 'security-engineer', [3, 1, 1, 2]) // must: secrets

test('worked example: Kubernetes has two holders, secrets hang on Ana although her role does not expect them, GitOps on nobody', () => {
  expect(singlePointsOfFailure([ana, ben], smallIndex)).toEqual({
    singlePoints: [{ skill: 'secrets', personId: 'ana' }],
    uncovered: ['gitops'],
  })
})

test('with Ana away Kubernetes hangs on Ben, and what her role needed stays needed', () => {
  expect(withoutPerson([ana, ben], 'ana', smallIndex)).toEqual({
    singlePoints: [{ skill: 'kubernetes', personId: 'ben' }],
    uncovered: ['gitops', 'secrets'],
  })
})

test('a demanded skill counts like a must', () => {
  expect(singlePointsOfFailure([ana, ben], smallIndex, new Set(['iac', 'cost']))).toEqual({
    singlePoints: [
      { skill: 'iac', personId: 'ana' },
      { skill: 'secrets', personId: 'ana' },
    ],
    uncovered: ['gitops', 'cost'],
  })
})

test('nobody needs nothing', () => {
  expect(singlePointsOfFailure([], smallIndex)).toEqual({ singlePoints: [], uncovered: [] })
})

test('a single point disappears when a second holder joins, and an absent holder leaves it uncovered', () => {
  fc.assert(
    fc.property(anyPeople, (people) => {
      for (const { skill, personId } of singlePointsOfFailure(people, smallIndex).singlePoints) {
        const position = smallIndex.skillById.get(skill)?.position ?? 0
        const second = person(
          'second',
          null,
          Array.from({ length: position + 1 }, () => 3 as const),
        )
        const skills = singlePointsOfFailure([...people, second], smallIndex).singlePoints.map((point) => point.skill)
        expect(skills).not.toContain(skill)
        expect(withoutPerson(people, personId, smallIndex).uncovered).toContain(skill)
      }
    }),
  )
})

test('the absence of somebody who is not there changes nothing', () => {
  fc.assert(
    fc.property(anyPeople, (people) => {
      expect(withoutPerson(people, 'nobody', smallIndex)).toEqual(singlePointsOfFailure(people, smallIndex))
    }),
  )
})
