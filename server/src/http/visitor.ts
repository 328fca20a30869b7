import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

const loopback = /^(127\.|::1$|::ffff:127\.)/
const ownNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether the request was typed on this very machine. Behind a proxy every request comes from loopback, and another site's name can be made to
 * point here: a forwarded header or a foreign host name says no.
 */
export function isLoopbackVisitor(c: Context): boolean {
  if (c.req.header('forwarded') !== undefined || c.req.header('x-forwarded-for') !== undefined) return false
  const host = (c.req.header('host') ?? '').replace(/:\d+$/, '')
  if (!ownNames.has(host)) return false
  const bindings = c.env as { incoming?: unknown } | undefined
  return bindings?.incoming !== undefined && loopback.test(getConnInfo(c).remote.address ?? '')
}
