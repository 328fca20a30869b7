import { expect, test } from 'vitest'
import { smallPack } from '@plumbline/shared/levels/small-pack.ts'
import { withPositions } from './positions.ts'

const placed = (known: readonly (readonly [string, number])[]) =>
  withPositions(smallPack, new Map(known)).skills.map(({ id, position }) => [id, position])

test('known skills keep their positions; new ones come after every skill that ever was, in their order', () => {
  expect(
    placed([
      ['iac', 7],
      ['gone', 9],
      ['kubernetes', 0],
    ]),
  ).toEqual([
    ['kubernetes', 0],
    ['gitops', 10],
    ['iac', 7],
    ['secrets', 11],
    ['cost', 12],
    ['architecture', 13],
  ])
})

test('an organisation without skills begins at 0', () => {
  expect(placed([]).map(([, position]) => position)).toEqual([0, 1, 2, 3, 4, 5])
})
