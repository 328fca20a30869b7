import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { PlumblineError, errorStatus } from '@plumbline/shared/errors/problem.ts'
import type { ErrorCode, FieldError, Problem } from '@plumbline/shared/errors/problem.ts'
import type { z } from 'zod'
import type { Logger } from 'pino'

const titles: Record<ErrorCode, string> = {
  invalid: 'Not valid',
  unauthenticated: 'Not signed in',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  method_not_allowed: 'Method not allowed',
  conflict: 'In conflict',
  stale: 'Changed in the meantime',
  too_large: 'Too large',
  unsupported_media: 'Media type not supported',
  if_match_required: 'If-Match required',
  purpose_required: 'Purpose required',
  too_many: 'Too many requests',
  internal: 'Fault of the server',
  busy: 'Busy',
}

/** Answers with RFC 9457 problem+json. */
export function sendProblem(c: Context, error: PlumblineError, headers: Record<string, string> = {}): Response {
  const { code, message, errors, version } = error
  const body: Problem = {
    type: `/api/docs#${code}`,
    title: titles[code],
    status: errorStatus[code],
    code,
    detail: message,
    ...(errors.length > 0 && { errors: [...errors] }),
    ...(version !== undefined && { version }),
  }
  const seconds = code === 'busy' ? 1 : error.retryAfter
  const retry = seconds === undefined ? {} : { 'Retry-After': String(seconds) }
  return c.body(JSON.stringify(body), errorStatus[code] as ContentfulStatusCode, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...retry,
    ...headers,
  })
}

const places = { json: 'body', query: 'query', param: 'path', header: 'header', form: 'body', cookie: 'header' } as const

/** zod's issues as fields with a JSON pointer. At most 50, so that a large bad body gets a bounded answer. */
export function fieldErrors(error: z.core.$ZodError, target: keyof typeof places): FieldError[] {
  return error.issues.slice(0, 50).map((issue) => ({
    in: places[target],
    pointer: issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    detail: issue.message,
  }))
}

const exceptionCodes: Record<number, ErrorCode> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  413: 'too_large',
  415: 'unsupported_media',
}

export const onError =
  (log: Logger): ErrorHandler =>
  (error, c) => {
    if (error instanceof PlumblineError) return sendProblem(c, error)
    if (error instanceof HTTPException) {
      const code = exceptionCodes[error.status] ?? 'invalid'
      const json = error.message.includes('JSON') ? 'The body is not valid JSON.' : error.message
      return sendProblem(c, new PlumblineError(code, json === '' ? titles[code] : json))
    }
    // The message of a fault of ours can hold a person's data: its kind and stack frames are enough to find it.
    log.error({ requestId: c.get('requestId'), fault: error.name, at: frames(error) }, 'fault')
    return sendProblem(
      c,
      new PlumblineError('internal', 'Something went wrong on our side. Nothing was changed; try again, and tell your admin if it stays.'),
    )
  }

/** 404, or 405 with `Allow` where the path exists for another method. */
export const onNotFound =
  (routes: readonly { method: string; path: string }[]): NotFoundHandler =>
  (c) => {
    const patterns = routes.map((route) => ({
      method: route.method.toUpperCase(),
      pattern: new RegExp(`^/api/v1${route.path.replace(/\{\w+\}/g, '[^/]+')}$`),
    }))
    const allowed = patterns.filter((route) => route.pattern.test(c.req.path)).map((route) => route.method)
    if (allowed.length > 0 && !allowed.includes(c.req.method))
      return sendProblem(c, new PlumblineError('method_not_allowed', `This address takes ${allowed.join(', ')}.`), {
        Allow: allowed.join(', '),
      })
    return sendProblem(c, new PlumblineError('not_found', 'There is nothing here that you can see. Check the address.'))
  }

/** The stack without the message above it, which can run over several lines. */
const frames = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 5)
