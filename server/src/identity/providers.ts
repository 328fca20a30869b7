import type { Logger } from 'pino'
import type { Configuration } from 'openid-client'
import { connect, ProviderUnfit } from './provider-connection.ts'
import type { ProviderSettings } from './provider-settings.ts'

export interface Provider {
  readonly settings: ProviderSettings
  /** Null until the provider was reached for the first time. */
  readonly connection: Configuration | null
}

export interface Providers {
  readonly all: () => readonly Provider[]
  readonly find: (id: string) => Provider | undefined
  /** Whether each one's last discovery succeeded, by `provider:<id>`. */
  readonly checks: () => Record<string, boolean>
  readonly stop: () => void
}

interface ProviderOptions {
  outgoing: typeof fetch
  log: Logger
  /** Milliseconds until the next try, after so many failures in a row; 0 after a success. */
  waitMs?: (failures: number) => number
}

const day = 86_400_000

/** A second, two, four … up to five minutes; a day once the provider answered, since it may change its keys' address. */
export const patience = (failures: number): number => (failures === 0 ? day : Math.min(1000 * 2 ** (failures - 1), 300_000))

/** Finds each provider in the background, for as long as the server runs: one that is down neither stops the start nor the other ways in. */
export function openProviders(list: readonly ProviderSettings[], { outgoing, log, waitMs = patience }: ProviderOptions): Providers {
  const kept = list.map((settings) => keep(settings, { outgoing, log, waitMs }))
  const byId = new Map(kept.map((one) => [one.settings.id, one]))
  return {
    all: () => kept,
    find: (id) => byId.get(id),
    checks: () => Object.fromEntries(kept.map(({ settings, reached }) => [`provider:${settings.id}`, reached()])),
    stop: () => {
      for (const one of kept) one.stop()
    },
  }
}

function keep(settings: ProviderSettings, { outgoing, log, waitMs }: Required<ProviderOptions>) {
  let connection: Configuration | null = null
  let failures = 0
  let reached = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const look = async (): Promise<void> => {
    try {
      connection = await connect(settings, outgoing)
      failures = 0
      reached = true
    } catch (error) {
      failures += 1
      reached = false
      log.warn({ provider: settings.id, ...faultOf(error) }, 'a sign-in provider was not reached')
    }
    if (stopped) return
    timer = setTimeout(() => void look(), waitMs(failures))
    timer.unref()
  }
  void look()
  return {
    settings,
    get connection() {
      return connection
    },
    reached: () => reached,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}

/** Our own words, or a kind and code: what a provider sends is not for the log. */
function faultOf(error: unknown) {
  if (error instanceof ProviderUnfit) return { reason: error.message }
  if (!(error instanceof Error)) return { fault: 'unknown' }
  return { fault: error.name, ...('code' in error && typeof error.code === 'string' && { code: error.code }) }
}
