import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import { messageOf } from './mail-letters.ts'
import type { Letter } from './mail-letters.ts'
import type { MailSettings } from './mail-settings.ts'

export interface Mail {
  /** Whether the operator set mail up. */
  readonly on: boolean
  /** Hands a letter to the mail server; false where that failed. Takes at most some fifteen seconds and never rejects. */
  readonly send: (letter: Letter) => Promise<boolean>
  /** Does something after the answer, so that neither its result nor its time can be seen in it. What fails is told in the log. */
  readonly later: (run: () => Promise<void>) => void
  /** When all that was begun is done. */
  readonly settled: () => Promise<void>
}

const seconds = 1000
const wholeMs = 15 * seconds
/** What may wait at once; more is dropped, so that nobody can fill the memory with wishes. */
const mostWaiting = 200

export function openMail(settings: MailSettings | null, log: Logger): Mail {
  const waiting = new Set<Promise<void>>()
  const deliver = settings === null ? null : openDelivery(settings)
  const warn = (fault: string) => log.warn({ fault }, 'a mail was not sent')
  return {
    on: deliver !== null,
    send: async (letter) => {
      if (deliver === null) return false
      try {
        await deliver(letter)
        return true
      } catch (error) {
        warn(codeOf(error))
        return false
      }
    },
    later: (run) => {
      if (waiting.size >= mostWaiting) return warn('too many at once')
      const work = run()
        .catch((error: unknown) => warn(codeOf(error)))
        .finally(() => waiting.delete(work))
      waiting.add(work)
    },
    settled: async () => {
      while (waiting.size > 0) await Promise.all(waiting)
    },
  }
}

/** A kind or code: the message of an error can hold an address. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : error instanceof Error ? error.name : 'unknown'

function openDelivery({ server, from }: MailSettings) {
  const { host, port, security, login } = server
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'upgrade',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2' },
    ...(login !== null && { auth: login }),
    connectionTimeout: 5 * seconds,
    greetingTimeout: 5 * seconds,
    socketTimeout: 10 * seconds,
    dnsTimeout: 5 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async (letter: Letter): Promise<void> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the mail server took too long')), wholeMs)
    })
    const sending = transport.sendMail({ from, ...messageOf(letter), headers: { 'Auto-Submitted': 'auto-generated' } })
    await Promise.race([sending, late]).finally(() => clearTimeout(timer))
  }
}
