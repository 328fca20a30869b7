import { expect, test } from 'vitest'
import { smallPack } from '../levels/small-pack.ts'
import { areasInForce, practicesInForce } from './areas.ts'

// DevSecOps made a further checklist: GitOps is always asked.
const pack = { ...smallPack, areas: smallPack.areas.map((area) => ({ ...area, optional: area.id === 'devsecops' })) }
const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id)

test('an optional area counts only where it is turned on, in the order of the framework', () => {
  expect(idsOf(areasInForce(pack, []))).toEqual(['gitops'])
  expect(idsOf(areasInForce(pack, ['devsecops']))).toEqual(['gitops', 'devsecops'])
})

test('those that are always asked come first, wherever the framework has them', () => {
  const turned = { ...pack, areas: pack.areas.toReversed() }
  expect(idsOf(areasInForce(turned, ['devsecops']))).toEqual(['gitops', 'devsecops'])
})

test('an id that the framework does not have, or one that is always asked, changes nothing', () => {
  expect(idsOf(areasInForce(pack, ['gone', 'gitops']))).toEqual(['gitops'])
})

test('practices follow their area', () => {
  expect(practicesInForce(pack, [])).toHaveLength(5)
  expect(idsOf(practicesInForce(pack, ['devsecops'])).slice(5)).toEqual(['secrets-in-vault', 'scanned-images'])
})
