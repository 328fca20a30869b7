import { ApiError } from '../../api/api-error.ts'

/** A refusal of the draft with all it says in its message: its pointers lead into a list of changes, which nobody sees. Anything else as it is. */
export function inOneSentence(error: unknown): unknown {
  if (!(error instanceof ApiError) || error.errors.length === 0) return error
  const sentences = new Set(error.errors.map(({ detail }) => detail))
  return new ApiError({
    code: error.code,
    detail: [...sentences].join(' '),
    ...(error.version !== undefined && { version: error.version }),
  })
}
