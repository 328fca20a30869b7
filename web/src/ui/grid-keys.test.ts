import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inside, placeAfter } from './grid-keys.ts'

const size = { rows: 48, columns: 57, page: 10 }
const press = (key: string, place = { row: 5, column: 5 }, ctrlKey = false) => placeAfter(place, { key, ctrlKey }, size)

test('arrows go one step and stop at the edges', () => {
  expect(press('ArrowDown')).toEqual({ row: 6, column: 5 })
  expect(press('ArrowLeft')).toEqual({ row: 5, column: 4 })
  expect(press('ArrowUp', { row: 0, column: 3 })).toEqual({ row: 0, column: 3 })
  expect(press('ArrowRight', { row: 3, column: 57 })).toEqual({ row: 3, column: 57 })
})

test('a page is as many rows as are in sight', () => {
  expect(press('PageDown')).toEqual({ row: 15, column: 5 })
  expect(press('PageUp')).toEqual({ row: 0, column: 5 })
  expect(press('PageDown', { row: 47, column: 2 })).toEqual({ row: 48, column: 2 })
})

test('Home and End stay in the row, with Ctrl they go to the corners', () => {
  expect(press('Home')).toEqual({ row: 5, column: 0 })
  expect(press('End')).toEqual({ row: 5, column: 57 })
  expect(press('Home', { row: 9, column: 9 }, true)).toEqual({ row: 0, column: 0 })
  expect(press('End', { row: 9, column: 9 }, true)).toEqual({ row: 48, column: 57 })
})

test('other keys do not move', () => {
  expect(press('a')).toBeNull()
  expect(press('Enter')).toBeNull()
})

test('a place that was filtered away moves to the nearest that is left', () => {
  expect(inside({ row: 30, column: 40 }, { rows: 3, columns: 0 })).toEqual({ row: 3, column: 0 })
})

test('no key ever leaves the grid', () => {
  const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End')
  fc.assert(
    fc.property(fc.nat(300), fc.nat(100), fc.array(fc.tuple(keys, fc.boolean())), (rows, columns, presses) => {
      let place = { row: 1, column: 1 }
      for (const [key, ctrlKey] of presses) {
        place = placeAfter(place, { key, ctrlKey }, { rows, columns, page: 7 }) ?? place
        expect(place.row).toBeLessThanOrEqual(rows)
        expect(place.column).toBeLessThanOrEqual(columns)
        expect(Math.min(place.row, place.column)).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})
