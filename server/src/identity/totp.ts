import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const periodSeconds = 30

/** The settings that every authenticator app knows (RFC 6238 with SHA-1): six digits, new ones every 30 seconds. */
const totpOf = (secret: Uint8Array, label: string) =>
  new TOTP({
    issuer: 'Plumbline',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  })

/** 20 random bytes: as long as the hash, as RFC 4226 recommends. */
export const newTotpSecret = (): Uint8Array => randomBytes(20)

/** The secret in base32 and as an `otpauth:` address that names the account by `label`. */
export function totpWords(secret: Uint8Array, label: string): { secret: string; uri: string } {
  const totp = totpOf(secret, label)
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/** The number of the 30 seconds whose code this is, or null where it is none: the present ones count and those just before and after. */
export function totpStep(secret: Uint8Array, code: string, now: Date): number | null {
  const token = code.replaceAll(/\s/g, '')
  const delta = /^\d{6}$/.test(token) ? totpOf(secret, '').validate({ token, window: 1, timestamp: now.getTime() }) : null
  return delta === null ? null : Math.floor(now.getTime() / 1000 / periodSeconds) + delta
}
