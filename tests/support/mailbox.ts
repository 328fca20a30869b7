import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

export interface Received {
  /** Of the envelope. */
  to: string[]
  /** As it came, without the folding of long lines. */
  headers: string
  /** The plain text part, decoded. */
  body: string
  /** The whole message as it came. */
  raw: string
}

const decoded = (part: string): string => {
  const [head = '', ...rest] = part.split('\r\n\r\n')
  const content = rest.join('\r\n\r\n')
  if (/base64/i.test(head)) return Buffer.from(content, 'base64').toString('utf8')
  if (!/quoted-printable/i.test(head)) return content
  const bytes = content
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function read(raw: string, to: string[]): Received {
  const [head = ''] = raw.split('\r\n\r\n')
  const plain = raw.split(/\r\n--[^\r\n]+\r\n/).find((part) => /^content-type: text\/plain/im.test(part)) ?? ''
  return { to, headers: head.replaceAll(/\r\n[ \t]+/g, ' '), body: decoded(plain), raw }
}

interface MailboxOptions {
  /** Refuses every message. */
  refuse?: boolean
  /** Whoever opened it stops it, rather than the test's end. */
  stays?: boolean
}

/** A mail server on this machine that keeps what it is given. */
export async function openMailbox({ refuse = false, stays = false }: MailboxOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, { envelope }, done) => {
      const take = async () => {
        const raw = await text(stream)
        if (!refuse)
          received.push(
            read(
              raw,
              envelope.rcptTo.map(({ address }) => address),
            ),
          )
        setImmediate(done, refuse ? new Error('not today') : null)
      }
      void take()
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  if (!stays) onTestFinished(stop)
  const { port } = server.server.address() as AddressInfo
  return {
    received,
    stop,
    /** What the operator sets. */
    settings: { PLUMBLINE_SMTP_URL: `smtp://127.0.0.1:${port}`, PLUMBLINE_MAIL_FROM: 'Plumbline <plumbline@example.org>' },
  }
}

/** The secret of the link that a mail carries. */
export const secretIn = ({ body }: Received): string => /#([\w-]{43})/.exec(body)?.[1] ?? ''
