import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Values that only the person's key opens: AES-256-GCM, each part in base64. */
export interface Sealed {
  readonly person: string
  readonly iv: string
  readonly data: string
  readonly tag: string
}

/** Where sealed values stand. They open nowhere else: moved to another event or person, they do not. */
export interface SealedPlace {
  readonly orgId: string
  readonly eventId: string
  readonly person: string
}

const cipher = 'aes-256-gcm'
const tagLength = { authTagLength: 16 }
const bound = ({ orgId, eventId, person }: SealedPlace) => Buffer.from(JSON.stringify([orgId, eventId, person]))

/** JSON with blanks up to a multiple of 64 bytes: how long sealed values are is not to tell which they were. */
function padded(json: string): Buffer {
  const text = Buffer.from(json)
  return Buffer.concat([text, Buffer.alloc(-text.length & 63, ' ')])
}

export function sealValues(values: Readonly<Record<string, unknown>>, key: Buffer, place: SealedPlace): Sealed {
  const iv = randomBytes(12)
  const sealing = createCipheriv(cipher, key, iv, tagLength).setAAD(bound(place))
  const data = Buffer.concat([sealing.update(padded(JSON.stringify(values))), sealing.final()])
  return { person: place.person, iv: iv.toString('base64'), data: data.toString('base64'), tag: sealing.getAuthTag().toString('base64') }
}

/** The values again, or null where the key or the place is another, or a bit of it was changed. */
export function openValues({ iv, data, tag }: Sealed, key: Buffer, place: SealedPlace): Record<string, unknown> | null {
  try {
    const opening = createDecipheriv(cipher, key, Buffer.from(iv, 'base64'), tagLength).setAAD(bound(place))
    opening.setAuthTag(Buffer.from(tag, 'base64'))
    const text = Buffer.concat([opening.update(Buffer.from(data, 'base64')), opening.final()]).toString('utf8')
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return null
  }
}
