import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { PlumblineError } from '@plumbline/shared/errors/problem.ts'
import type { Route } from '@plumbline/shared/http/route.ts'
import { networkOf, visitorOf } from './client-address.ts'
import type { Config } from './config.ts'

/** Requests per minute and server process. */
export interface RequestLimits {
  /** Of one client network: an IPv4 address or an IPv6 /64. */
  readonly network: number
  /** Of one account or token, by what is asked. */
  readonly reads: number
  readonly writes: number
  /** Files, and what touches everyone's rows. */
  readonly exports: number
}

type Kind = keyof RequestLimits

const windowSeconds = 60
/** Counters kept of each kind. Beyond it the one that was used longest ago is forgotten, so that a flood of addresses takes no more memory. */
const mostCounters = 20_000

/** Counts down a budget per key. `most`: how many keys are remembered. */
export function openBudget(perMinute: number, most = mostCounters) {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: windowSeconds })
  const known = new Set<string>()
  const remember = async (key: string) => {
    known.delete(key)
    known.add(key)
    const [oldest] = known
    if (known.size <= most || oldest === undefined) return
    known.delete(oldest)
    await limiter.delete(oldest)
  }
  return {
    /** Takes one off. `fits` is false where nothing was left; `seconds` until the budget is full again. */
    spend: async (key: string): Promise<{ fits: boolean; left: number; seconds: number }> => {
      await remember(key)
      const spent = (fits: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes) => ({
        fits,
        left: remainingPoints,
        seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
      })
      return limiter.consume(key).then(
        (result) => spent(true, result),
        (refused: unknown) => {
          if (refused instanceof RateLimiterRes) return spent(false, refused)
          throw refused
        },
      )
    },
    /** How many keys are remembered. */
    size: () => known.size,
  }
}

const kindOf = (route: Route): Kind => (route.slow || route.media !== 'application/json' ? 'exports' : route.reads ? 'reads' : 'writes')

export interface RateLimits {
  /** Before anything is looked up: what a network may ask for. */
  network: MiddlewareHandler
  /** Once it is known who asks, and before the body is read. */
  actor: (route: Route, keyOf: (c: Context) => string) => MiddlewareHandler
}

/** The counters of this server process. Refuses with `too_many` and says when to come back (RateLimit header fields, Retry-After). */
export function openRateLimits({ requestLimits: limits, ...config }: Pick<Config, 'requestLimits' | 'trustedProxies' | 'url'>): RateLimits {
  const budgets = {
    network: openBudget(limits.network),
    reads: openBudget(limits.reads),
    writes: openBudget(limits.writes),
    exports: openBudget(limits.exports),
  }
  const take = async (c: Context, kind: Kind, key: string) => {
    const { fits, left, seconds } = await budgets[kind].spend(key)
    c.header('RateLimit-Policy', `"${kind}";q=${limits[kind]};w=${windowSeconds}`)
    c.header('RateLimit', `"${kind}";r=${left};t=${seconds}`)
    if (fits) return
    const whose = kind === 'network' ? 'your network' : `you (${kind})`
    throw new PlumblineError(
      'too_many',
      `There were more requests from ${whose} than ${limits[kind]} in a minute. Wait ${seconds} s, then go on.`,
      {
        retryAfter: seconds,
      },
    )
  }
  return {
    network: async (c, next) => {
      await take(c, 'network', networkOf(visitorOf(c, config).address))
      return next()
    },
    actor: (route, keyOf) => async (c, next) => {
      await take(c, kindOf(route), keyOf(c))
      return next()
    },
  }
}
