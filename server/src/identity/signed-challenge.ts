import { z } from 'zod'

const clientData = z.object({ challenge: z.string().max(200) })

/** The challenge that a browser says it had signed, to look it up by; '' where it says none. Whether it was signed is checked elsewhere. */
export function challengeIn(clientDataJSON: string): string {
  try {
    return clientData.parse(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))).challenge
  } catch {
    return ''
  }
}
