import { afterEach, expect, test, vi } from 'vitest'
import { can } from '@plumbline/shared/access/can.ts'
import { features } from '@plumbline/server/features.ts'
import { castOf } from './cast.ts'
import { cellsOf, withRule } from './cells.ts'
import { differing } from './differing.ts'

afterEach(() => vi.restoreAllMocks())

test('each rule that always says yes, or always no, turns a cell of the matrix red', async () => {
  const cast = await castOf()
  const cells = cellsOf(features)
  const unnoticed: string[] = []
  for (const [name, rule] of Object.entries(can) as [keyof typeof can, (typeof can)[keyof typeof can]][])
    for (const answer of [true, false]) {
      const mutant = vi.spyOn(rule, 'allows').mockReturnValue(answer)
      const red = await differing(cast, withRule(cells, name), 1)
      if (red.length === 0) unnoticed.push(`${name} always ${answer}`)
      mutant.mockRestore()
    }
  expect(unnoticed).toEqual([])
}, 600_000)
