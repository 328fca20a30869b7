import { readFileSync } from 'node:fs'
import { BlockList } from 'node:net'
import { z } from 'zod'
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
  return {
    databaseUrl: found.DATABASE_URL,
    dataDir: found.PLUMBLINE_DATA,
    secret: found.PLUMBLINE_SECRET,
    url: found.PLUMBLINE_URL,
    poolSize: found.PLUMBLINE_POOL,
    trustedProxies: found.PLUMBLINE_TRUSTED_PROXIES ?? new BlockList(),
    outgoingAllow: found.PLUMBLINE_OUTGOING_ALLOW ?? [],
    sessionLimits: { idleMs: found.PLUMBLINE_SESSION_IDLE_HOURS * 3_600_000, absoluteMs: found.PLUMBLINE_SESSION_DAYS * 86_400_000 },
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

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new Error(`${name}: the file cannot be read. Check that it is there and that this user may read it.`)
  }
}
