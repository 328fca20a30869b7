import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps secrets that have to be read again, such as an authenticator app's, so that a copy of the database alone does not tell them. */
export interface SecretBox {
  /** `owner` is bound in: what was locked for one does not open for another. */
  lock: (plain: Uint8Array, owner: string) => string
  /** null where it was locked with another key, for another owner, or was changed. */
  unlock: (locked: string, owner: string) => Uint8Array | null
}

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM with a fresh nonce each time, under a key that HKDF-SHA-256 derives from the server's secret for this use alone. */
export function openSecretBox(secret: string): SecretBox {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'plumbline second factors', 32))
  return {
    lock: (plain, owner) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(owner))
      const text = Buffer.concat([cipher.update(plain), cipher.final()])
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`
    },
    unlock: (locked, owner) => {
      const [version, body = ''] = locked.split('.')
      const bytes = Buffer.from(body, 'base64url')
      if (version !== 'v1' || bytes.length < nonceBytes + tagBytes) return null
      const [nonce, tag, text] = [
        bytes.subarray(0, nonceBytes),
        bytes.subarray(nonceBytes, nonceBytes + tagBytes),
        bytes.subarray(nonceBytes + tagBytes),
      ]
      const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(owner)).setAuthTag(tag)
      try {
        return Buffer.concat([decipher.update(text), decipher.final()])
      } catch {
        return null
      }
    },
  }
}
