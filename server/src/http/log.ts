import type { MiddlewareHandler } from 'hono'
import { pino } from 'pino'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Variables } from './mount.ts'

export const openLog = (level: Config['logLevel']): Logger => pino({ level, base: null })

/** One line per request, by route pattern: an address or a body can hold personal data, a pattern cannot. */
export const logRequests =
  (log: Logger): MiddlewareHandler<{ Variables: Variables }> =>
  async (c, next) => {
    const start = performance.now()
    await next()
    const line = {
      requestId: c.get('requestId'),
      route: c.get('pattern') ?? 'other',
      status: c.res.status,
      ms: Math.round(performance.now() - start),
    }
    if (c.res.status >= 500) log.error(line, 'request')
    else log.info(line, 'request')
  }
