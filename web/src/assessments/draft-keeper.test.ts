import { type AnswerChanges, type Answers, mergeAnswers } from '@plumbline/shared/assessments/answers.ts'
import type { Answer } from '@plumbline/shared/assessments/contract.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../api/api-error.ts'
import { DraftKeeper } from './draft-keeper.ts'
import { keptChanges } from './kept-changes.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const rated = (level: Answer['level']): Answer => ({ level, interest: null, note: '' })
const refusal = (code: 'offline' | 'stale' | 'invalid') => new ApiError({ code, detail: `It is ${code}.` })

function device() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

/** One server with any number of tabs; `down` answers every call. */
function server() {
  const at = { answers: {} as Answers, version: 0, down: undefined as Error | undefined, saves: [] as AnswerChanges[] }
  const tab = (storage = device()) => {
    let seen = { answers: at.answers, version: at.version }
    const look = async () => {
      if (at.down) throw at.down
      seen = { answers: at.answers, version: at.version }
    }
    const save = async (changes: AnswerChanges, version: number) => {
      if (at.down) throw at.down
      if (version !== at.version) throw refusal('stale')
      at.saves.push(changes)
      Object.assign(at, { answers: mergeAnswers(at.answers, changes), version: version + 1 })
      return look()
    }
    const keeper = new DraftKeeper(
      { version: () => seen.version, save, reload: look },
      keptChanges('mia', storage, (id) => id !== 'gone'),
    )
    return { keeper, storage, shown: () => mergeAnswers(seen.answers, keeper.view().pending) }
  }
  return { at, tab }
}

test('answers are sent together after a short quiet, only those that changed', async () => {
  const { at, tab } = server()
  const { keeper } = tab()
  keeper.change({ git: rated(2) })
  await vi.advanceTimersByTimeAsync(500)
  keeper.change({ git: rated(3), iac: rated(1) })
  await vi.advanceTimersByTimeAsync(500)
  expect(at.saves).toEqual([])
  expect(keeper.view().saving).toEqual({ state: 'saving' })
  await vi.advanceTimersByTimeAsync(100)
  keeper.change({ iac: null })
  await vi.advanceTimersByTimeAsync(600)
  expect(at.saves).toEqual([{ git: rated(3), iac: rated(1) }, { iac: null }])
  expect(at.answers).toEqual({ git: rated(3) })
  expect(keeper.view()).toEqual({ pending: {}, saving: { state: 'saved' } })
})

test('a tab that is behind takes in the other tab’s answers and puts its own on top', async () => {
  const { at, tab } = server()
  const one = tab()
  const two = tab()
  one.keeper.change({ git: rated(1), iac: rated(1) })
  await one.keeper.flush()
  two.keeper.change({ git: rated(5), cost: rated(2) })
  await two.keeper.flush()
  expect(at.answers).toEqual({ git: rated(5), iac: rated(1), cost: rated(2) })
  expect(two.shown()).toEqual(at.answers)
  expect(one.shown()).not.toEqual(at.answers)
  await one.keeper.refresh()
  expect(one.shown()).toEqual(at.answers)
})

test('without a connection answers stay on the device, survive a reload, and are sent when it is back', async () => {
  const { at, tab } = server()
  at.down = refusal('offline')
  const { keeper, storage } = tab()
  keeper.change({ git: rated(4) })
  await vi.advanceTimersByTimeAsync(600)
  expect(keeper.view().saving).toEqual({ state: 'unreached', offline: true, onDevice: true })
  keeper.stop()

  const again = tab(storage)
  expect(again.shown()).toEqual({ git: rated(4) })
  await again.keeper.flush()
  again.keeper.change({ iac: rated(2) })
  at.down = undefined
  await vi.advanceTimersByTimeAsync(2000)
  expect(at.answers).toEqual({ git: rated(4), iac: rated(2) })
  expect(tab(storage).keeper.view().pending).toEqual({})
})

test('tries wait longer each time, to a minute at most', async () => {
  const { at, tab } = server()
  const { keeper } = tab()
  let tries = 0
  Object.defineProperty(at, 'down', { get: () => (tries++, refusal('offline')) })
  keeper.change({ git: rated(4) })
  await vi.advanceTimersByTimeAsync(600 + 2000 + 4000 + 8000)
  const early = tries
  await vi.advanceTimersByTimeAsync(600_000)
  const late = tries
  await vi.advanceTimersByTimeAsync(120_000)
  // Each call asks twice: once whether to throw, once for what.
  expect([early, (tries - late) / 2]).toEqual([8, 2])
})

test('what is changed while a save is under way is sent after it and not lost', async () => {
  const { at, tab } = server()
  const { keeper } = tab()
  keeper.change({ git: rated(1) })
  const flushed = keeper.flush()
  keeper.change({ git: rated(2) })
  await flushed
  expect(at.answers).toEqual({ git: rated(2) })
  expect(at.saves).toHaveLength(2)
})

test('a refusal is said and not repeated; the next change tries again', async () => {
  const { at, tab } = server()
  at.down = refusal('invalid')
  const { keeper } = tab()
  keeper.change({ git: rated(1) })
  await vi.advanceTimersByTimeAsync(120_000)
  expect(keeper.view().saving).toEqual({ state: 'refused', sentence: 'It is invalid.' })
  at.down = undefined
  keeper.change({ git: rated(2) })
  await vi.advanceTimersByTimeAsync(600)
  expect(at.answers).toEqual({ git: rated(2) })
})

test('two tabs keep their answers on one device without overwriting each other’s', async () => {
  const { at, tab } = server()
  at.down = refusal('offline')
  const storage = device()
  const one = tab(storage)
  const two = tab(storage)
  one.keeper.change({ git: rated(1) })
  two.keeper.change({ iac: rated(2) })
  expect(tab(storage).keeper.view().pending).toEqual({ git: rated(1), iac: rated(2) })
  at.down = undefined
  await one.keeper.flush()
  expect(tab(storage).keeper.view().pending).toEqual({ iac: rated(2) })
})

test('a device that keeps nothing, or holds something else, does no harm', async () => {
  const { at, tab } = server()
  const forbidden = () => {
    throw new Error('no storage')
  }
  at.down = refusal('offline')
  const { keeper } = tab({ getItem: forbidden, setItem: forbidden, removeItem: forbidden })
  keeper.change({ git: rated(1) })
  await keeper.flush()
  expect(keeper.view().saving).toEqual({ state: 'unreached', offline: true, onDevice: false })
  const odd = device()
  odd.setItem('plumbline.answers.mia', '{"git":{"level":9}}')
  expect(tab(odd).keeper.view().pending).toEqual({})
  odd.setItem('plumbline.answers.mia', JSON.stringify({ gone: rated(1), git: rated(2), iac: { level: 9 } }))
  expect(tab(odd).keeper.view().pending).toEqual({ git: rated(2) })
})

test('what the server has is off the device, however its keys are ordered and its note is spaced', async () => {
  const { at, tab } = server()
  const { keeper, storage } = tab()
  keeper.change({ git: { note: 'Ran the fleet ', interest: 2, level: 4 }, iac: null })
  await keeper.flush()
  expect(Object.keys(at.answers)).toEqual(['git'])
  expect(storage.getItem('plumbline.answers.mia')).toBeNull()
})
