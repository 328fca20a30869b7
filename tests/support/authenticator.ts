import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** What a test bends: a real authenticator and browser would never do these. */
export interface Bent {
  origin?: string
  rpId?: string
  challenge?: string
  /** false: nobody was asked for a finger or a PIN. */
  verified?: boolean
  counter?: number
  /** `webauthn.get` or `webauthn.create`, swapped. */
  type?: string
  /** Signs with another key than the one that was registered. */
  key?: KeyObject
  userHandle?: string
}

interface Asked {
  challenge: string
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

type Cbor = number | string | Buffer | Map<number | string, Cbor>

/** As much of CBOR (RFC 8949) as an attestation needs. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])])
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255])
}

/** An authenticator with one passkey, as in a phone or a security key, that answers as a browser passes it on. */
export function authenticator(origin = 'http://localhost') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  const id = credentialId.toString('base64url')
  const ownRpId = new URL(origin).hostname
  let counter = 0
  let handle = ''

  const clientData = (type: string, { challenge }: Asked, bent: Bent) =>
    Buffer.from(
      JSON.stringify({
        type: bent.type ?? type,
        challenge: bent.challenge ?? challenge,
        origin: bent.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const authData = (flags: number, bent: Bent, attested = Buffer.alloc(0)) => {
    const bytes = Buffer.alloc(5)
    bytes[0] = 0x01 | (bent.verified === false ? 0 : 0x04) | flags
    counter = bent.counter ?? counter + 1
    bytes.writeUInt32BE(counter, 1)
    return Buffer.concat([sha256(bent.rpId ?? ownRpId), bytes, attested])
  }
  const credential = { id, rawId: id, type: 'public-key', clientExtensionResults: {}, authenticatorAttachment: 'platform' }

  return {
    id,
    /** Makes the passkey. */
    create: (asked: Asked & { user: { id: string } }, bent: Bent = {}) => {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const point = (text: string) => Buffer.from(text, 'base64url')
      const cose = new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, point(x)],
        [-3, point(y)],
      ])
      const length = Buffer.from([0, credentialId.length])
      const data = authData(0x40, bent, Buffer.concat([Buffer.alloc(16), length, credentialId, cbor(cose)]))
      handle = asked.user.id
      const attestation = new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data],
      ])
      return {
        ...credential,
        response: {
          clientDataJSON: clientData('webauthn.create', asked, bent).toString('base64url'),
          attestationObject: cbor(attestation).toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    /** Signs in with it. */
    get: (asked: Asked, bent: Bent = {}) => {
      const data = authData(0, bent)
      const said = clientData('webauthn.get', asked, bent)
      return {
        ...credential,
        response: {
          clientDataJSON: said.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', Buffer.concat([data, sha256(said)]), bent.key ?? privateKey).toString('base64url'),
          ...((bent.userHandle ?? handle) !== '' && { userHandle: bent.userHandle ?? handle }),
        },
      }
    },
  }
}
