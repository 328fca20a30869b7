import { randomBytes } from 'node:crypto'
import { Secret } from 'otpauth'
import { hashOf } from './secret.ts'

export const recoveryCodeCount = 10

/** Ten codes of 80 random bits, in four groups of base32: more than can be guessed, so that a plain hash is enough to keep. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodeCount }, () => {
    const text = new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32.toLowerCase()
    return text.match(/.{4}/g)?.join('-') ?? text
  })

/** What is kept of a code, and for which account. Case, spaces and dashes do not matter, nor the digits that base32 has not and eyes take for its letters. */
export function recoveryCodeHash(accountId: string, code: string): string {
  const plain = code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('0', 'o').replaceAll('1', 'i').replaceAll('8', 'b')
  return hashOf(`recovery code of ${accountId}: ${plain}`)
}
