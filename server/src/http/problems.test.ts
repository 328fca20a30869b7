import { Hono } from 'hono'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { onError } from './problems.ts'

test('a fault of ours is logged by kind and place, and neither the log nor the answer repeats its text', async () => {
  const lines: string[] = []
  const log = pino({ base: null }, { write: (line: string) => lines.push(line) })
  const app = new Hono().get('/', () => {
    throw new TypeError('ana@example.org\nis on the second line, too')
  })
  app.onError(onError(log))
  const answer = await app.request('/')
  const said = `${lines.join('')}${await answer.text()}`
  expect(answer.status).toBe(500)
  expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ fault: 'TypeError', msg: 'fault' })
  expect(said).not.toMatch(/ana@example|second line/)
})
