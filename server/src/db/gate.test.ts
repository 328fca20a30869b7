import { expect, test, vi } from 'vitest'
import { Gate } from './gate.ts'

test('lets no more in than it has places, in the order they came', async () => {
  const gate = new Gate(2, 1000)
  const order: string[] = []
  const first = await gate.enter()
  const second = await gate.enter()
  const third = gate.enter().then((leave) => (order.push('third'), leave))
  const fourth = gate.enter().then((leave) => (order.push('fourth'), leave))
  first()
  ;(await third)()
  await fourth
  second()
  expect(order).toEqual(['third', 'fourth'])
})

test('who waits too long is told that the server is busy, and takes no place', async () => {
  vi.useFakeTimers()
  const gate = new Gate(1, 3000)
  const leave = await gate.enter()
  await Promise.all([expect(gate.enter()).rejects.toMatchObject({ code: 'busy' }), vi.advanceTimersByTimeAsync(3001)])
  leave()
  await expect(gate.enter()).resolves.toBeTypeOf('function')
  vi.useRealTimers()
})

test('leaving twice frees one place only', async () => {
  vi.useFakeTimers()
  const gate = new Gate(1, 10)
  const leave = await gate.enter()
  leave()
  leave()
  await gate.enter()
  await Promise.all([expect(gate.enter()).rejects.toMatchObject({ code: 'busy' }), vi.advanceTimersByTimeAsync(11)])
  vi.useRealTimers()
})
