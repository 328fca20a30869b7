import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashOfToken, isWholeSecret, newTokenSecret } from './token-secret.ts'

test('a secret has its prefix, 43 random digits and 6 of a checksum', () => {
  expect(newTokenSecret('personal')).toMatch(/^plumb_pat_[0-9A-Za-z]{49}$/)
  expect(newTokenSecret('organisation')).toMatch(/^plumb_org_[0-9A-Za-z]{49}$/)
  expect(new Set(Array.from({ length: 200 }, () => newTokenSecret('personal'))).size).toBe(200)
})

test('the checksum is the CRC-32 of all before it, in base 62', () => {
  // The CRC-32 of this text is 3,031,274,537 = 3·62⁵ + 19·62⁴ + 8·62³ + 56·62² + 60·62 + 49; the digits 3, 19, 8, 56, 60, 49 are 3J8uyn.
  const text = `plumb_pat_${'0'.repeat(43)}`
  expect(isWholeSecret(`${text}3J8uyn`)).toBe(true)
  expect(isWholeSecret(`${text}3J8uym`)).toBe(false)
})

test('any one letter mistyped, or any letter lost, is seen without asking the database', () => {
  const secret = newTokenSecret('organisation')
  expect(isWholeSecret(secret)).toBe(true)
  fc.assert(
    fc.property(fc.nat(secret.length - 1), fc.constantFrom(...'0aZ_-. '), (at, letter) => {
      fc.pre(secret.charAt(at) !== letter)
      expect(isWholeSecret(secret.slice(0, at) + letter + secret.slice(at + 1))).toBe(false)
      expect(isWholeSecret(secret.slice(0, at) + secret.slice(at + 1))).toBe(false)
    }),
  )
})

test('what is kept does not hold the secret', () => {
  const secret = newTokenSecret('personal')
  expect(hashOfToken(secret)).toMatch(/^[0-9a-f]{64}$/)
  expect(hashOfToken(secret)).toBe(hashOfToken(secret))
})
