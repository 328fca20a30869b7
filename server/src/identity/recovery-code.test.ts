import { expect, test } from 'vitest'
import { newRecoveryCodes, recoveryCodeHash } from './recovery-code.ts'

test('ten codes, all different, in four groups of base32', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/)
})

test('a code is the same however it is written, and another one for another account', () => {
  const kept = recoveryCodeHash('ada', 'abcd-oibo-2345-67ab')
  for (const written of ['ABCD OIBO 2345 67AB', 'abcdoibo234567ab', 'abcd-018o-2345-67ab'])
    expect(recoveryCodeHash('ada', written)).toBe(kept)
  expect(recoveryCodeHash('eve', 'abcd-oibo-2345-67ab')).not.toBe(kept)
  expect(recoveryCodeHash('ada', 'abcd-oibo-2345-67ac')).not.toBe(kept)
})
