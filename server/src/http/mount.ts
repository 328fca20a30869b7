import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { accepts } from 'hono/accepts'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Actor } from '@plumbline/shared/access/actor.ts'
import { problem, PlumblineError } from '@plumbline/shared/errors/problem.ts'
import { hasBody, leavesTrace } from '@plumbline/shared/http/route.ts'
import type { Route } from '@plumbline/shared/http/route.ts'
import { enterAs } from '#access/actor-of.ts'
import { holdSignInRule } from '#access/hold-sign-in-rule.ts'
import { actorOfToken, noSuchToken } from '#access/token-holder.ts'
import type { TokenHolder } from '#access/token-holder.ts'
import { recordRefusal } from '#audit/refusals.ts'
import type { Tx } from '#db/client.ts'
import { AfterCommit } from './after-commit.ts'
import { admitToken, bearerOf, byToken } from './bearer.ts'
import { visitorOf } from './client-address.ts'
import type { By } from './context.ts'
import type { BoundRoute, Deps, Feature } from './feature.ts'
import { holdFramework } from './hold-framework.ts'
import { once, requestHash } from './idempotency.ts'
import { ownPage } from './origin.ts'
import type { RateLimits } from './rate-limits.ts'
import { Ready } from './ready.ts'
import { boundedJson } from './request-shape.ts'

/** What the handlers before a route leave for it. */
export interface Variables {
  requestId: string
  accountId: string
  by: By
  /** What they ask with, where it is no session. */
  token: TokenHolder | undefined
  /** The pattern, for logs: an address can name a person, its pattern cannot. */
  pattern: string
}
export type App = OpenAPIHono<{ Variables: Variables }>
type Ask = Context<{ Variables: Variables }>

const jsonProblem = { 'application/problem+json': { schema: problem } }

/** A token counts before a cookie, which is then not looked at. */
const signedIn =
  (route: Route, deps: Deps): MiddlewareHandler<{ Variables: Variables }> =>
  async (c, next) => {
    const secret = bearerOf(c.req.header('authorization'))
    if (secret !== null) {
      const token = await admitToken(c, secret, route, deps)
      c.set('token', token)
      c.set('accountId', token.accountId)
      c.set('by', byToken(token))
      return next()
    }
    const session = await deps.auth.sessionOf(c.req.raw.headers)
    if (session === null) throw new PlumblineError('unauthenticated', 'Sign in to go on.')
    c.set('accountId', session.accountId)
    const { id, purpose, method, secondFactor } = session
    c.set('by', { means: 'session', sessionId: id, purpose, opened: { method, secondFactor } })
    return next()
  }

/** Whose budget a request is taken from: a token has one of its own. */
const actorKey = (c: Ask): string => (c.get('by').means === 'session' ? c.get('accountId') : c.get('by').means)

const named =
  (route: Route): MiddlewareHandler<{ Variables: Variables }> =>
  (c, next) => {
    c.set('pattern', `${route.method.toUpperCase()} ${route.path}`)
    return next()
  }

/** The body is measured before it is read, and a member's after it is known who sends it. */
const bounded = ({ bodyKiB }: Route): MiddlewareHandler<{ Variables: Variables }> =>
  bodyLimit({
    maxSize: bodyKiB * 1024,
    onError: () => {
      throw new PlumblineError('too_large', `The request is larger than ${bodyKiB} KiB. Send less at once.`)
    },
  })

const slowMs = 600_000

/** Binds the routes of a slice to the app: validated on the way in, parsed on the way out so that no undeclared column leaks. */
export function mount(app: App, feature: Feature, deps: Deps, limits: RateLimits): void {
  for (const bound of feature.routes) {
    const { route } = bound
    const body = [bounded(route), ...(hasBody(route) ? [boundedJson] : [])]
    const definition = createRoute({
      method: route.method,
      path: `/api/v1${route.path}`,
      tags: [feature.name],
      summary: route.summary,
      security: securityOf(route),
      middleware: [
        named(route),
        ...(leavesTrace(route) ? [ownPage(deps.config.url)] : []),
        ...(bound.access === 'member' ? [signedIn(route, deps), limits.actor(route, actorKey)] : []),
        ...body,
      ],
      request: {
        params: route.params,
        query: route.query,
        ...(hasBody(route) && { body: { required: true, content: { 'application/json': { schema: route.body } } } }),
      },
      responses: {
        [status(route)]: { description: 'Done', content: { [route.media]: { schema: route.ok } } },
        '4XX': { description: 'What is wrong and what to do', content: jsonProblem },
      },
    })
    // The wrapper works on routes of any shape; the handlers' own types were checked where they were bound.
    app.openapi(definition, (async (c: Ask) => answer(c, bound, deps)) as never)
  }
}

/** A session, or a token that has the route's scope; nothing before anyone is signed in. */
const securityOf = ({ access, scope }: Route) =>
  access === 'public' ? [] : [{ session: [] }, ...(scope === null ? [] : [{ token: [scope] }])]

const status = (route: Route): 200 | 201 => (route.method === 'post' && !route.reads ? 201 : 200)

/** What the validators let through. They ran before, so each target that the route declares is there. */
function asked(c: Ask, route: Route) {
  const valid = (target: string) => c.req.valid(target as never) as unknown
  return {
    params: (valid('param') ?? {}) as Record<string, unknown>,
    query: (valid('query') ?? {}) as Record<string, unknown>,
    body: hasBody(route) ? valid('json') : undefined,
  }
}

/** Whom a session acts for, held to what the organisation asks of signing in. A token was made by someone who was. */
async function signedInActor(tx: Tx, c: Ask, route: Route): Promise<Actor | null> {
  const entered = await enterAs(tx, c.get('accountId'))
  if (entered !== null && !route.beforeSecondFactor) holdSignInRule(entered.signInRule, c.get('by'), entered.actor)
  return entered?.actor ?? null
}

async function answer(c: Ask, bound: BoundRoute, deps: Deps): Promise<Response> {
  const { route } = bound
  if (bound.access === 'public')
    return send(c, route, { status: status(route), body: route.ok.parse(await bound.handle({ ...asked(c, route), deps, c })) })
  const ifMatch = readIfMatch(c, route)
  const [accountId, token] = [c.get('accountId'), c.get('token')]
  const input = { ...asked(c, route), deps, visitor: visitorOf(c, deps.config) }
  const options = { readOnly: route.reads && !leavesTrace(route), ...(route.slow && { statementMs: slowMs }) }
  const work = deps.database.withTx({ accountId }, options, async (tx) => {
    const actor = token === undefined ? await signedInActor(tx, c, route) : await actorOfToken(tx, token, route.scope)
    if (actor === null && token !== undefined) throw noSuchToken()
    if (actor === null)
      throw new PlumblineError('unauthenticated', 'Your account belongs to no organisation any more. Ask your admin for an invitation.')
    if (!route.reads) await holdFramework(tx, actor.orgId, route.alone ? 'alone' : 'shared')
    const ctx = { tx, actor, by: c.get('by') }
    const run = async () => {
      const given = await bound.handle({ ...input, ctx, ifMatch })
      return { status: status(route), body: given instanceof Ready || given instanceof AfterCommit ? given : route.ok.parse(given) }
    }
    // A file is made anew: keeping each one as an answer would hold its rows twice.
    if (route.method !== 'post' || route.reads || route.oneTime || route.media !== 'application/json') return run()
    return once(ctx, c.req.header('idempotency-key'), requestHash(route.method, c.req.path, input.body), run)
  })
  const done = await work.catch(async (error: unknown) => {
    // Of something that is not there as of something that is not theirs, so that both take as long.
    if (error instanceof PlumblineError && error.refusal !== undefined)
      await recordRefusal(deps.database, { accountId, by: c.get('by'), token }, c.get('pattern'), error.refusal)
    throw error
  })
  const { body } = done
  return send(c, route, body instanceof AfterCommit ? { ...done, body: route.ok.parse(await body.finish()) } : done)
}

/** `"7"` → 7. Required where the route changes something that has a version. */
function readIfMatch(c: Ask, route: Route): number {
  if (!route.ifMatch) return 0
  const header = c.req.header('if-match')
  if (header === undefined) throw new PlumblineError('if_match_required', 'Send If-Match with the version that you saw.')
  const seen = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1]
  if (seen === undefined)
    throw new PlumblineError('invalid', 'If-Match is a version in quotes, such as "3".', {
      errors: [{ in: 'header', pointer: '/If-Match', detail: 'a version in quotes' }],
    })
  return Number(seen)
}

function send(c: Ask, route: Route, { status, body }: { status: number; body: unknown }): Response | Promise<Response> {
  // What is the same for everyone in an organisation may be kept and asked for anew; what is about people is kept nowhere.
  c.header('Cache-Control', body instanceof Ready ? 'private, no-cache' : 'no-store')
  if (body instanceof Ready) return sendReady(c, route, body)
  if (route.media !== 'application/json') return c.body(String(body), status as 200, { 'Content-Type': `${route.media}; charset=utf-8` })
  if (typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number')
    c.header('ETag', `"${body.version}"`)
  return c.json(body as never, status as 200)
}

/** The comparison is the weak one that RFC 9110 asks of If-None-Match, since compressing makes a tag weak. */
async function sendReady(c: Ask, route: Route, ready: Ready): Promise<Response> {
  const seen = new Set((c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, '')))
  const small = accepts(c, { header: 'Accept-Encoding', supports: ['br'], default: '' }) === 'br'
  c.header('ETag', small ? `W/${ready.etag}` : ready.etag)
  c.header('Vary', 'Accept-Encoding')
  if (seen.has(ready.etag) || seen.has('*')) return c.body(null, 304)
  c.header('Content-Type', route.media === 'application/json' ? route.media : `${route.media}; charset=utf-8`)
  if (!small) return c.body(ready.text)
  c.header('Content-Encoding', 'br')
  return c.body(await ready.compressed())
}
