import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** In base 62, whose digits a double click selects as one word. */
function base62(value: bigint, length: number): string {
  let text = ''
  for (let rest = value; rest > 0n; rest /= 62n) text = digits.charAt(Number(rest % 62n)) + text
  return text.padStart(length, '0')
}

const checksumOf = (text: string): string => base62(BigInt(crc32(text)), 6)

const kinds = { personal: 'plumb_pat_', organisation: 'plumb_org_' } as const

/** A token's secret: a prefix that secret scanners know, 32 random bytes as 43 digits, and the CRC-32 of both as 6. */
export function newTokenSecret(kind: keyof typeof kinds): string {
  const text = kinds[kind] + base62(BigInt(`0x${randomBytes(32).toString('hex')}`), 43)
  return text + checksumOf(text)
}

const form = /^(plumb_(?:pat|org)_[0-9A-Za-z]{43})([0-9A-Za-z]{6})$/

/** Whether it can be a secret of ours at all: one that was mistyped or cut off cannot. */
export function isWholeSecret(secret: string): boolean {
  const [, text, checksum] = form.exec(secret) ?? []
  return text !== undefined && checksumOf(text) === checksum
}

/** What is kept of a secret: 256 random bits need no slow hash. */
export const hashOfToken = (secret: string): string => createHash('sha256').update(secret).digest('hex')
