import { problem } from '@plumbline/shared/errors/problem.ts'
import { type OkOf, type Route, hasBody, pathOf } from '@plumbline/shared/http/route.ts'
import type { z } from 'zod'
import { ApiError } from './api-error.ts'
import { codeForStatus, sentenceFor } from './words.ts'

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { [N in Name]?: undefined }
  : Record<string, never> extends Value
    ? { [N in Name]?: Loose<Value> | undefined }
    : { [N in Name]: Loose<Value> }

/** Optional keys may also be given as `undefined`: a search parameter that is not set. */
type Loose<Value> = Value extends readonly unknown[] | Blob | string | null | undefined
  ? Value
  : { [K in keyof Value]: undefined extends Value[K] ? Value[K] | undefined : Value[K] }

/** What a route needs to be called: only the parts that it has, in the form before its defaults are filled in. */
export type InputOf<R extends Route> = Part<'params', z.input<R['params']>> &
  Part<'query', z.input<R['query']>> &
  Part<'body', z.input<R['body']>>

export interface CallOptions {
  /** The version that was read: sent as `If-Match`. */
  ifMatch?: number | undefined
  /** Every POST gets one; give your own to make a repeated attempt count as the same one. */
  idempotencyKey?: string | undefined
  signal?: AbortSignal | undefined
}

export interface Answer<Ok> {
  data: Ok
  /** From the ETag; send it back as `ifMatch` with a change. `undefined` where the thing has no version. */
  version: number | undefined
}

interface Parts {
  params?: Record<string, string> | undefined
  query?: Record<string, unknown> | undefined
  body?: unknown
}

/** Calls one endpoint of the contract. Throws `ApiError` for every refusal and for an unreachable server; an aborted call throws as fetch does. */
export async function call<R extends Route>(route: R, input: InputOf<R> & CallOptions): Promise<Answer<OkOf<R>>> {
  const { params, query, body }: Parts = input as Parts
  const headers = new Headers({ accept: `${route.media}, application/problem+json` })
  if (input.ifMatch !== undefined) headers.set('if-match', `"${input.ifMatch}"`)
  if (route.method === 'post' && !route.reads) headers.set('idempotency-key', input.idempotencyKey ?? newKey())
  const init: RequestInit = { method: route.method.toUpperCase(), headers, credentials: 'same-origin', signal: input.signal ?? null }
  if (hasBody(route)) {
    headers.set('content-type', 'application/json')
    init.body = JSON.stringify(body)
  }
  const response = await reach(pathOf(route, params ?? {}, query), init)
  if (!response.ok) throw await refusalOf(response)
  return { data: (await contentOf(route, response)) as OkOf<R>, version: versionOf(response) }
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (error) {
    if (init.signal?.aborted === true) throw error
    throw new ApiError({ code: 'offline', detail: sentenceFor('offline') })
  }
}

async function contentOf(route: Route, response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  return route.media === 'application/json' ? await response.json() : await response.text()
}

async function refusalOf(response: Response): Promise<ApiError> {
  const read = problem.safeParse(await response.json().catch(() => undefined))
  if (read.success) return new ApiError(read.data)
  const code = codeForStatus(response.status)
  return new ApiError({ code, detail: sentenceFor(code) })
}

function versionOf(response: Response): number | undefined {
  const digits = /^(?:W\/)?"(\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** A fresh idempotency key. `randomUUID` is missing where the page came over plain HTTP from another machine. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
