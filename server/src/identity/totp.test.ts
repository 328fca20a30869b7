import { expect, test } from 'vitest'
import { newTotpSecret, totpStep, totpWords } from './totp.ts'

/** The secret of RFC 6238, appendix B, whose codes for SHA-1 are printed there with eight digits: the last six count here. */
const secret = new TextEncoder().encode('12345678901234567890')
const at = (seconds: number) => new Date(seconds * 1000)

test('the codes are those of RFC 6238', () => {
  const printed = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ] as const
  for (const [seconds, code] of printed) expect(totpStep(secret, code, at(seconds))).toBe(Math.floor(seconds / 30))
})

test('a code counts in its 30 seconds, the ones before and the ones after, as the step that it is of', () => {
  expect([29, 30, 59, 60, 89, 90].map((now) => totpStep(secret, '287082', at(now)))).toEqual([1, 1, 1, 1, 1, null])
  expect(totpStep(secret, '287082', at(-1))).toBeNull()
})

test('spaces as apps show them do not matter; anything but six digits is no code', () => {
  expect(totpStep(secret, ' 287 082 ', at(59))).toBe(1)
  for (const code of ['28708', '2870820', '28708a', '', '٢٨٧٠٨٢']) expect(totpStep(secret, code, at(59))).toBeNull()
})

test('a secret has 160 bits, and is told in base32 and as an address that apps read', () => {
  expect(newTotpSecret()).toHaveLength(20)
  const words = totpWords(secret, 'ada@example.org')
  expect(words.secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  const uri = new URL(words.uri)
  expect([uri.protocol, uri.searchParams.get('secret'), uri.searchParams.get('issuer')]).toEqual(['otpauth:', words.secret, 'Plumbline'])
  expect(words.uri).toContain('ada%40example.org')
})
