import { readFileSync } from 'node:fs'
import { BlockList } from 'node:net'
import { z } from 'zod'
import { mailFrom, mailServer } from '#identity/mail-settings.ts'
import type { MailSettings } from '#identity/mail-settings.ts'
import { insecureIssuer, providerList } from '#identity/provider-settings.ts'
import type { ProviderSettings } from '#identity/provider-settings.ts'
import { readNetworks } from './client-address.ts'
import { readOutgoingAllowed } from './outgoing-allowed.ts'
import type { RequestLimits } from './rate-limits.ts'

const networks = z.string().transform((text, { addIssue }) => {
  try {
    return readNetworks(text)
  } catch {
    addIssue('give addresses or networks such as 10.0.0.0/8, separated by commas')
    return z.NEVER
  }
})

const outgoing = z.string().transform((text, { addIssue }) => {
  const entries = text.split(',').map((entry) => entry.trim())
  try {
    readOutgoingAllowed(entries)
    return entries
  } catch {
    addIssue('give host names, addresses or networks such as 10.0.0.0/8, separated by commas')
    return z.NEVER
  }
})

const perMinute = z.coerce.number().int().min(1).max(1_000_000)

const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PLUMBLINE_DATA: z.string().min(1).optional(),
  PLUMBLINE_SECRET: z.string().min(32, 'use at least 32 random characters').optional(),
  PLUMBLINE_URL: z.url().optional(),
  PLUMBLINE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  PLUMBLINE_TRUSTED_PROXIES: networks.optional(),
  PLUMBLINE_OUTGOING_ALLOW: outgoing.optional(),
  PLUMBLINE_SESSION_IDLE_HOURS: z.coerce.number().min(0.25).max(720).default(12),
  PLUMBLINE_SESSION_DAYS: z.coerce.number().min(0.25).max(90).default(14),
  PLUMBLINE_OIDC: providerList.optional(),
  PLUMBLINE_SMTP_URL: mailServer.optional(),
  PLUMBLINE_MAIL_FROM: mailFrom.optional(),
  PLUMBLINE_REQUESTS_PER_MINUTE: perMinute.default(6000),
  PLUMBLINE_READS_PER_MINUTE: perMinute.default(600),
  PLUMBLINE_WRITES_PER_MINUTE: perMinute.default(240),
  PLUMBLINE_EXPORTS_PER_MINUTE: perMinute.default(30),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export interface Config {
  readonly databaseUrl: string | undefined
  readonly dataDir: string | undefined
  readonly secret: string | undefined
  /** The address that browsers use, where it is not the one the server listens on. */
  readonly url: string | undefined
  readonly poolSize: number
  /** Whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: BlockList
  /** What outgoing calls may reach although it is not public. */
  readonly outgoingAllow: readonly string[]
  readonly sessionLimits: { readonly idleMs: number; readonly absoluteMs: number }
  readonly providers: readonly ProviderSettings[]
  /** Null where no mail is sent. */
  readonly mail: MailSettings | null
  readonly requestLimits: RequestLimits
  readonly host: string
  readonly port: number
  readonly logLevel: z.infer<typeof settings>['LOG_LEVEL']
}

/** Reads the settings. `NAME_FILE` names a file that holds the value. Throws one sentence per setting that is wrong, never its value. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const values: Record<string, string | undefined> = {}
  for (const name of Object.keys(settings.shape)) {
    const file = env[`${name}_FILE`]
    const value = file ? readSecret(`${name}_FILE`, file) : env[name]
    if (value !== undefined && value !== '') values[name] = value
  }
  const parsed = settings.safeParse(values)
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  const found = parsed.data
  const wrong = disagreements(found)
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  return {
    databaseUrl: found.DATABASE_URL,
    dataDir: found.PLUMBLINE_DATA,
    secret: found.PLUMBLINE_SECRET,
    url: found.PLUMBLINE_URL,
    poolSize: found.PLUMBLINE_POOL,
    trustedProxies: found.PLUMBLINE_TRUSTED_PROXIES ?? new BlockList(),
    outgoingAllow: found.PLUMBLINE_OUTGOING_ALLOW ?? [],
    sessionLimits: { idleMs: found.PLUMBLINE_SESSION_IDLE_HOURS * 3_600_000, absoluteMs: found.PLUMBLINE_SESSION_DAYS * 86_400_000 },
    providers: found.PLUMBLINE_OIDC ?? [],
    mail:
      found.PLUMBLINE_SMTP_URL && found.PLUMBLINE_MAIL_FROM ? { server: found.PLUMBLINE_SMTP_URL, from: found.PLUMBLINE_MAIL_FROM } : null,
    requestLimits: {
      network: found.PLUMBLINE_REQUESTS_PER_MINUTE,
      reads: found.PLUMBLINE_READS_PER_MINUTE,
      writes: found.PLUMBLINE_WRITES_PER_MINUTE,
      exports: found.PLUMBLINE_EXPORTS_PER_MINUTE,
    },
    host: found.HOST,
    port: found.PORT,
    logLevel: found.LOG_LEVEL,
  }
}

const loopback = new Set(['localhost', '127.0.0.1', '::1'])

/** What is wrong with settings that are each right by themselves. */
function disagreements(found: z.infer<typeof settings>): string[] {
  const {
    PLUMBLINE_OIDC: providers = [],
    PLUMBLINE_SMTP_URL: server,
    PLUMBLINE_MAIL_FROM: from,
    PLUMBLINE_OUTGOING_ALLOW: allow = [],
  } = found
  const wrong: string[] = []
  if ((server === undefined) !== (from === undefined)) wrong.push('PLUMBLINE_SMTP_URL and PLUMBLINE_MAIL_FROM: set both, or neither.')
  for (const provider of providers)
    if (insecureIssuer(provider, allow))
      wrong.push(`PLUMBLINE_OIDC: the issuer of ${provider.id} is not https. Use https, or name its host in PLUMBLINE_OUTGOING_ALLOW.`)
  if ((providers.length > 0 || server !== undefined) && found.PLUMBLINE_URL === undefined && !loopback.has(found.HOST))
    wrong.push('PLUMBLINE_URL: set it to the address that browsers use; providers and mails lead back to it.')
  return wrong
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new Error(`${name}: the file cannot be read. Check that it is there and that this user may read it.`)
  }
}
