/** What is remembered of failed tries to sign in, of one account or of one client address. */
export interface Tries {
  readonly failures: number
  readonly windowStart: Date
  readonly lockedUntil: Date | null
}

interface Rule {
  /** Failures that come without a wait. */
  readonly free: number
  /** Milliseconds after which earlier failures no longer count. */
  readonly windowMs: number
  /** How long the next try has to wait, in milliseconds, once there were this many. */
  readonly waitMs: (failures: number) => number
}

const minute = 60_000
export const rules = {
  /** The fifth failure brings a wait of 1 minute, then 2, 4 … and at most 15. A day without a failure forgets them. */
  account: { free: 4, windowMs: 24 * 60 * minute, waitMs: (failures) => (failures < 5 ? 0 : Math.min(2 ** (failures - 5), 15) * minute) },
  /** Fifty failures in 15 minutes, whichever accounts they were for. */
  address: { free: 49, windowMs: 15 * minute, waitMs: (failures) => (failures < 50 ? 0 : 15 * minute) },
} as const satisfies Record<string, Rule>

/** Milliseconds until the next try is allowed; 0 where it is allowed now. */
export const waitOf = ({ lockedUntil }: Pick<Tries, 'lockedUntil'>, now: Date): number =>
  Math.max(0, (lockedUntil?.getTime() ?? 0) - now.getTime())

/** The tries with one more failure. `lastAt` is when the one before was. An account's window begins anew with every failure, an address's when it is over. */
export function withFailure(kind: keyof typeof rules, before: (Tries & { readonly lastAt: Date }) | null, now: Date): Tries {
  const { windowMs, waitMs } = rules[kind]
  const since = kind === 'account' ? before?.lastAt : before?.windowStart
  const over = before === null || since === undefined || now.getTime() - since.getTime() >= windowMs
  const failures = over ? 1 : before.failures + 1
  const wait = waitMs(failures)
  return { failures, windowStart: over ? now : before.windowStart, lockedUntil: wait === 0 ? null : new Date(now.getTime() + wait) }
}

/** "1 minute", "4 minutes": rounded up, so that whoever waits that long is let in. */
export function waitWords(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / minute))
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
