import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDetail } from './opening.ts'
import { openValues, sealValues } from './sealing.ts'

const key = randomBytes(32)
const place = { orgId: 'o', eventId: 'e', person: 'p' }
const values = fc.dictionary(
  fc.string(),
  fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
)
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

test('what was sealed opens as it was, whatever it was', () => {
  fc.assert(
    fc.property(values, (given) => {
      expect(plain(openValues(sealValues(given, key, place), key, place))).toEqual(plain(given))
    }),
  )
})

test('another key, organisation, event or person opens nothing', () => {
  const sealed = sealValues({ level: 3 }, key, place)
  expect(openValues(sealed, randomBytes(32), place)).toBeNull()
  for (const other of [{ orgId: 'x' }, { eventId: 'x' }, { person: 'x' }])
    expect(openValues(sealed, key, { ...place, ...other })).toBeNull()
})

test('one changed byte anywhere, or a shortened tag, opens nothing', () => {
  const sealed = sealValues({ level: 3 }, key, place)
  for (const part of ['iv', 'data', 'tag'] as const) {
    const bytes = Buffer.from(sealed[part], 'base64')
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(openValues({ ...sealed, [part]: changed.toString('base64') }, key, place)).toBeNull()
    }
  }
  expect(openValues({ ...sealed, tag: Buffer.from(sealed.tag, 'base64').subarray(0, 12).toString('base64') }, key, place)).toBeNull()
})

test('short values are as long as each other once sealed, and the same ones never look the same', () => {
  const [one, other] = [sealValues({ level: 3 }, key, place), sealValues({ level: null, skillId: 'kubernetes' }, key, place)]
  expect(Buffer.from(one.data, 'base64')).toHaveLength(64)
  expect(Buffer.from(other.data, 'base64')).toHaveLength(64)
  expect(sealValues({ level: 3 }, key, place).data).not.toBe(one.data)
})

test('open and sealed fields of a before and an after stand side by side; without the key it says erased', () => {
  const sealed = sealValues({ before: { note: 'a' }, after: { note: 'b' } }, key, place)
  const detail = { practice: 'x', before: { answer: 'some' }, after: { answer: 'all' }, sealed }
  expect(openDetail({ id: 'e', detail }, 'o', new Map([['p', key]]))).toEqual({
    practice: 'x',
    before: { answer: 'some', note: 'a' },
    after: { answer: 'all', note: 'b' },
  })
  const { sealed: _, ...open } = detail
  expect(openDetail({ id: 'e', detail }, 'o', new Map())).toEqual({ ...open, personal: 'erased' })
})
