import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openBudget } from './rate-limits.ts'

function stopClock() {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
}

test('a budget gives as many as it has in a minute, to each key its own', async () => {
  stopClock()
  const budget = openBudget(2)
  const spent = [await budget.spend('a'), await budget.spend('a'), await budget.spend('a'), await budget.spend('b')]
  expect(spent).toEqual([
    { fits: true, left: 1, seconds: 60 },
    { fits: true, left: 0, seconds: 60 },
    { fits: false, left: 0, seconds: 60 },
    { fits: true, left: 1, seconds: 60 },
  ])
  vi.advanceTimersByTime(20_500)
  expect(await budget.spend('a')).toEqual({ fits: false, left: 0, seconds: 40 })
  vi.advanceTimersByTime(40_000)
  expect(await budget.spend('a')).toMatchObject({ fits: true, left: 1 })
})

test('a flood of keys is forgotten from its oldest end, and never more are remembered', async () => {
  stopClock()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 200 }), async (keys) => {
      const budget = openBudget(1, 10)
      for (const key of keys) {
        await budget.spend(String(key))
        expect(budget.size()).toBeLessThanOrEqual(10)
      }
    }),
  )
})

test('who keeps asking is not forgotten while others come and go', async () => {
  stopClock()
  const budget = openBudget(1, 3)
  await budget.spend('busy')
  for (let other = 0; other < 50; other++) {
    await budget.spend(`other ${other}`)
    expect((await budget.spend('busy')).fits).toBe(false)
  }
  expect((await budget.spend('other 0')).fits).toBe(true)
})
