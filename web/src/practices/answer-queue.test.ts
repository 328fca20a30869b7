import type { StoredAnswer } from '@plumbline/shared/practices/contract.ts'
import { expect, test } from 'vitest'
import { answerQueue, type SendAnswer } from './answer-queue.ts'

const standing = (answer: StoredAnswer['answer'], version: number): StoredAnswer => ({
  answer,
  evidence: null,
  note: '',
  answeredAt: '2026-11-20T10:00:00.000Z',
  answeredBy: 'Ana',
  version,
})

/** A server that answers when it is told to. */
function server() {
  const sent: [answer: string, version: number][] = []
  const waiting: (() => void)[] = []
  const send: SendAnswer = (answer, known) => {
    sent.push([answer, known?.version ?? 0])
    return new Promise((resolve) => waiting.push(() => resolve(standing(answer, (known?.version ?? 0) + 1))))
  }
  return { sent, send, answerOne: () => waiting.shift()?.() }
}

test('of the answers chosen while one is on its way only the last is sent, with the version that the first one made', async () => {
  const { sent, send, answerOne } = server()
  const queue = answerQueue()
  const first = queue('none', undefined, send)
  expect(await queue('some', undefined, send)).toBeNull()
  expect(await queue('most', undefined, send)).toBeNull()
  expect(sent).toEqual([['none', 0]])
  answerOne()
  await expect
    .poll(() => sent)
    .toEqual([
      ['none', 0],
      ['most', 1],
    ])
  answerOne()
  expect(await first).toEqual(standing('most', 2))
})

test('what stands already is not sent again', async () => {
  const { sent, send } = server()
  expect(await answerQueue()('all', standing('all', 3), send)).toEqual(standing('all', 3))
  expect(sent).toEqual([])
})

test('after a refusal the next choice is sent as usual', async () => {
  const { sent, send, answerOne } = server()
  const queue = answerQueue()
  await expect(queue('some', undefined, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
  const again = queue('some', standing('all', 4), send)
  answerOne()
  expect((await again)?.version).toBe(5)
  expect(sent).toEqual([['some', 4]])
})
