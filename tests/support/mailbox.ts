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
}

/** A mail server on this machine that keeps what it is given. */
export async function openMailbox({ refuse = false }: MailboxOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      void text(stream).then((raw) => {
        if (refuse) return done(new Error('not today'))
        received.push(
          read(
            raw,
            session.envelope.rcptTo.map(({ address }) => address),
          ),
        )
        return done()
      })
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as AddressInfo
  return {
    received,
    /** What the operator sets. */
    settings: { PLUMBLINE_SMTP_URL: `smtp://127.0.0.1:${port}`, PLUMBLINE_MAIL_FROM: 'Plumbline <plumbline@example.org>' },
  }
}

/** The secret of the link that a mail carries. */
export const secretIn = ({ body }: Received): string => /#([\w-]{43})/.exec(body)?.[1] ?? ''
