import { createHash, randomBytes } from 'node:crypto'

/** A one-time secret for a link: 32 random bytes, of which only the hash is kept. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
