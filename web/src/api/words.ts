import { type ErrorCode, errorStatus } from '@plumbline/shared/errors/problem.ts'
import { ApiError } from './api-error.ts'

type Code = ErrorCode | 'offline'

const titles: Readonly<Record<Code, string>> = {
  invalid: 'Something in this needs correcting',
  unauthenticated: 'You are signed out',
  forbidden: 'You may not do this',
  not_found: 'Nothing here',
  method_not_allowed: 'This cannot be done here',
  conflict: 'This is in conflict with what is stored',
  stale: 'Someone changed this in the meantime',
  too_large: 'This is too large',
  unsupported_media: 'This kind of file cannot be read',
  if_match_required: 'This page is out of date',
  purpose_required: 'Say what for first',
  too_many: 'Too many requests',
  internal: 'Something went wrong on the server',
  busy: 'The server is busy',
  offline: 'The server cannot be reached',
}

const sentences: Readonly<Partial<Record<Code, string>>> = {
  unauthenticated: 'Sign in again to go on.',
  too_many: 'Wait a minute and try again.',
  busy: 'Wait a moment and try again.',
  offline: 'Check the connection and try again. What you entered is still here.',
}

const fallback = 'Try again. If it happens again, tell whoever runs Plumbline for you.'

/** What to say when the answer itself says nothing that can be read, as a proxy's error page does. */
export const sentenceFor = (code: Code): string => sentences[code] ?? fallback

/** The code nearest to a bare HTTP status. */
export function codeForStatus(status: number): ErrorCode {
  const known = (Object.keys(errorStatus) as ErrorCode[]).find((code) => errorStatus[code] === status)
  if (known !== undefined) return known
  return status === 502 || status === 504 ? 'busy' : status < 500 ? 'invalid' : 'internal'
}

/** A short heading for any error. */
export const titleOf = (error: unknown): string => (error instanceof ApiError ? titles[error.code] : 'Something went wrong on this page')

/** One sentence that says what to do, for any error. Only the server's own words and ours are shown, never an exception's. */
export const sentenceOf = (error: unknown): string => (error instanceof ApiError ? error.message : fallback)
