import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSecretBox } from './secret-box.ts'

const box = openSecretBox('a secret that is used in tests only, 32+')
const plain = new TextEncoder().encode('twenty secret bytes!')

test('what was locked opens for its owner, and never looks the same twice', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.uuid(), (bytes, owner) => {
      const locked = box.lock(bytes, owner)
      expect([...(box.unlock(locked, owner) ?? [])]).toEqual([...bytes])
      expect(box.lock(bytes, owner)).not.toBe(locked)
    }),
  )
})

test('another owner, another key and any changed sign open nothing', () => {
  const locked = box.lock(plain, 'ada')
  expect(box.unlock(locked, 'eve')).toBeNull()
  expect(openSecretBox('another secret that is long enough, 32+').unlock(locked, 'ada')).toBeNull()
  fc.assert(
    fc.property(fc.nat(locked.length - 2), (at) => {
      const sign = locked[at] === 'A' ? 'Q' : 'A'
      expect(box.unlock(locked.slice(0, at) + sign + locked.slice(at + 1), 'ada')).toBeNull()
    }),
  )
})

test('what is no locked secret opens nothing', () => {
  for (const text of ['', 'v1', 'v1.', 'v1.AAAA', 'plain text']) expect(box.unlock(text, 'ada')).toBeNull()
})
