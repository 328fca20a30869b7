import { z } from 'zod'
import type { Scope } from '../access/token-scopes.ts'

type Media = 'application/json' | 'application/jsonl' | 'text/csv' | 'application/yaml'
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** One endpoint, written once: the server binds it, the web client calls it, forms check against its body. */
export interface Route<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Ok extends z.ZodType = z.ZodType,
> {
  readonly method: Method
  /** Below `/api/v1`, with `{name}` for each parameter. */
  readonly path: string
  readonly summary: string
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly ok: Ok
  /** `public`: before anyone is signed in. */
  readonly access: 'member' | 'public'
  /** What a token needs to be allowed here; null: none may, only someone who is signed in. */
  readonly scope: Scope | null
  /** The answer's media type. Anything but JSON is sent as the handler's text. */
  readonly media: Media
  /** A change of something that has a version: `If-Match` is required, a stale one answers 412. */
  readonly ifMatch: boolean
  /** Changes nothing: every GET, and a POST that only asks with a body too large for an address. */
  readonly reads: boolean
  /**
   * Answers with what is held on other people one by one. A GET like this writes that it was asked, in the transaction of its answer, and nothing
   * else; who has not said what for is asked first.
   */
  readonly opensPeople: boolean
  /** Rewrites what every other change stands on: it waits for the organisation's changes at work, and they for it. */
  readonly alone: boolean
  /** Touches everyone's rows: it may take minutes in a large organisation. */
  readonly slow: boolean
  /** Its answer holds a secret that is shown once: it is not kept to be given again to a retry. */
  readonly oneTime: boolean
  /** Is there for someone whose session does not meet the organisation's sign-in rule yet. */
  readonly beforeSecondFactor: boolean
  /** Largest body, in KiB. */
  readonly bodyKiB: number
}

const nothing = z.strictObject({})
const noBody = z.undefined()
type Nothing = typeof nothing
type NoBody = typeof noBody

interface RouteInput<Params, Query, Body, Ok> {
  method: Method
  path: string
  summary: string
  params?: Params
  query?: Query
  body?: Body
  ok: Ok
  access?: 'member' | 'public'
  scope?: Scope | null
  media?: Media
  ifMatch?: boolean
  reads?: boolean
  opensPeople?: boolean
  alone?: boolean
  slow?: boolean
  oneTime?: boolean
  beforeSecondFactor?: boolean
  bodyKiB?: number
}

/** Declares an endpoint. Objects are strict, so unknown keys are refused on the way in and dropped on the way out. */
export function defineRoute<
  Ok extends z.ZodType,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType = NoBody,
>(input: RouteInput<Params, Query, Body, Ok>): Route<Params, Query, Body, Ok> {
  return {
    access: 'member',
    scope: null,
    media: 'application/json',
    ifMatch: false,
    reads: input.method === 'get',
    opensPeople: false,
    alone: false,
    slow: false,
    oneTime: false,
    beforeSecondFactor: false,
    bodyKiB: 256,
    ...input,
    params: input.params ?? (nothing as unknown as Params),
    query: input.query ?? (nothing as unknown as Query),
    body: input.body ?? (noBody as unknown as Body),
  }
}

/** A GET that writes down that it was asked, such as one that makes a file: its transaction may write although it changes nothing. */
export const leavesTrace = (route: Route): boolean => route.method === 'get' && (route.opensPeople || !route.reads)

export const hasBody = (route: Route): boolean => !(route.body instanceof z.ZodUndefined)

export type ParamsOf<R extends Route> = z.infer<R['params']>
export type QueryOf<R extends Route> = z.infer<R['query']>
export type BodyOf<R extends Route> = z.infer<R['body']>
/** The answer as the caller reads it. */
export type OkOf<R extends Route> = z.infer<R['ok']>
/** The answer as the server may give it, before it is parsed on the way out: an instant may still be a Date. */
export type GivenOf<R extends Route> = z.input<R['ok']>

/** The path of a call: parameters filled in and encoded, the query appended. */
export function pathOf(route: Route, params: Record<string, string>, query: Record<string, unknown> = {}): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = Object.entries(query)
    .flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => [key, one] as const))
    .filter(([, one]) => one !== undefined && one !== null)
    .map(([key, one]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(one))}`)
    .join('&')
  return `/api/v1${path}${search === '' ? '' : `?${search}`}`
}
