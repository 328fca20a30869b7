import type { ErrorCode, FieldError, Problem } from '@plumbline/shared/errors/problem.ts'

/** A call that did not succeed. Its message is a sentence for the person in front of the screen. */
export class ApiError extends Error {
  /** `offline`: the server was not reached, so nothing is known about whether the change was made. */
  readonly code: ErrorCode | 'offline'
  /** The fields it is about, as JSON pointers. */
  readonly errors: readonly FieldError[]
  /** With `stale`: the version that stands now. */
  readonly version: number | undefined

  constructor(problem: Pick<Problem, 'detail' | 'errors' | 'version'> & { code: ErrorCode | 'offline' }) {
    super(problem.detail)
    this.name = 'ApiError'
    this.code = problem.code
    this.errors = problem.errors ?? []
    this.version = problem.version
  }
}
