import { z } from 'zod'

/** Every error that leaves the server, by code and HTTP status. */
export const errorStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  stale: 412,
  too_large: 413,
  unsupported_media: 415,
  if_match_required: 428,
  purpose_required: 428,
  too_many: 429,
  internal: 500,
  busy: 503,
} as const
export type ErrorCode = keyof typeof errorStatus

export const fieldError = z.object({
  in: z.enum(['body', 'path', 'query', 'header']),
  /** JSON pointer into that part, e.g. `/people/3/email`. */
  pointer: z.string(),
  detail: z.string(),
})
export type FieldError = z.infer<typeof fieldError>

/** RFC 9457 problem+json: a code, a sentence that says what to do, and the fields it is about. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z.array(fieldError).optional(),
    /** With 412: the version that stands now. */
    version: z.number().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problem>

/** An error that a person can act on. `detail` goes to them as it is: a sentence that says what to do. */
export class PlumblineError extends Error {
  readonly code: ErrorCode
  readonly errors: readonly FieldError[]
  readonly version: number | undefined
  /** With `too_many`: seconds to wait. */
  readonly retryAfter: number | undefined

  /** Why it was refused, for the audit trail alone: with `not_found` it can say what the answer may not. */
  readonly refusal: string | undefined

  constructor(
    code: ErrorCode,
    detail: string,
    more: { errors?: readonly FieldError[]; version?: number; retryAfter?: number; refusal?: string } = {},
  ) {
    super(detail)
    this.name = 'PlumblineError'
    this.code = code
    this.errors = more.errors ?? []
    this.version = more.version
    this.retryAfter = more.retryAfter
    this.refusal = more.refusal ?? (code === 'forbidden' ? detail : undefined)
  }
}

const nothingHere = 'There is nothing here that you can see. Check the address.'

export const notFound = (): PlumblineError => new PlumblineError('not_found', nothingHere, { refusal: 'Nothing is there.' })
/** To the caller the same as `notFound`; the audit trail says why. */
export const hidden = (reason: string): PlumblineError => new PlumblineError('not_found', nothingHere, { refusal: reason })
export const purposeRequired = (): PlumblineError =>
  new PlumblineError('purpose_required', 'Say what you open other people’s data for, then ask again. Those who are read see it.')
export const forbidden = (detail: string): PlumblineError => new PlumblineError('forbidden', detail)
export const invalid = (detail: string, errors: readonly FieldError[] = []): PlumblineError =>
  new PlumblineError('invalid', detail, { errors })
export const conflict = (detail: string, errors: readonly FieldError[] = []): PlumblineError =>
  new PlumblineError('conflict', detail, { errors })
export const stale = (version: number): PlumblineError =>
  new PlumblineError('stale', 'Someone changed this in the meantime. Look at the present state and make your change again.', { version })
