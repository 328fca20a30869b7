import { z } from 'zod'

export interface MailServer {
  readonly host: string
  readonly port: number
  /** `tls`: from the first byte. `upgrade`: STARTTLS, or nothing is sent. `none`: in the clear. */
  readonly security: 'tls' | 'upgrade' | 'none'
  readonly login: { readonly user: string; readonly pass: string } | null
}

export interface MailSettings {
  readonly server: MailServer
  readonly from: { readonly name: string; readonly address: string }
}

const ports = { tls: 465, upgrade: 587, none: 25 } as const
const loopback = new Set(['localhost', '127.0.0.1', '::1'])
const form = 'give it as smtps://user:password@host or smtp://user:password@host:587'

/** Mail to another machine goes over TLS unless the operator writes `smtp+insecure`: it carries links that let people in. */
export const mailServer = z.string().transform((text, { addIssue }): MailServer => {
  const url = URL.canParse(text) ? new URL(text) : null
  const host = url?.hostname.replace(/^\[(.*)\]$/, '$1') ?? ''
  const known = /^(?:smtps?|smtp\+insecure):$/.test(url?.protocol ?? '')
  if (url === null || !known || host === '' || !/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '') {
    addIssue(form)
    return z.NEVER
  }
  const plain = url.protocol === 'smtp+insecure:' || (url.protocol === 'smtp:' && loopback.has(host))
  const security = url.protocol === 'smtps:' ? 'tls' : plain ? 'none' : 'upgrade'
  try {
    const login = url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
    return { host, port: url.port === '' ? ports[security] : Number(url.port), security, login }
  } catch {
    addIssue(form)
    return z.NEVER
  }
})

/** `plumbline@example.org`, or with a name: `Plumbline <plumbline@example.org>`. */
export const mailFrom = z.string().transform((text, { addIssue }): MailSettings['from'] => {
  const [, name = '', bracketed] = /^([^<>"\p{Cc}]*)<([^<>\s]+)>$/u.exec(text.trim()) ?? []
  const address = z.email().safeParse(bracketed ?? text.trim())
  if (!address.success) {
    addIssue('give an address such as Plumbline <plumbline@example.org>')
    return z.NEVER
  }
  return { name: name.trim(), address: address.data }
})
