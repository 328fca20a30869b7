import type { FieldError } from '@plumbline/shared/errors/problem.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { PackProblem } from './pack-problem.ts'
import { parsePackText } from './parse-pack.ts'
import { readMatrix } from './read-matrix.ts'

// The reader tells so many itself; this only holds it to its word.
const mostTold = 201

/** A file for a draft: the content that it makes of the draft's, or its problems at `/text/<line>/<column>`. */
export function readDraftFile(draft: Pack, format: 'yaml' | 'csv', text: string): { pack: Pack } | { errors: FieldError[] } {
  if (format === 'yaml') {
    const read = parsePackText(text)
    return 'pack' in read ? read : { errors: toErrors(read.problems) }
  }
  const read = readMatrix(text, draft)
  return 'problems' in read ? { errors: toErrors(read.problems) } : { pack: { ...draft, ...read } }
}

const toErrors = (problems: readonly PackProblem[]): FieldError[] =>
  problems.slice(0, mostTold).map(({ line, column, message }) => ({ in: 'body', pointer: `/text/${line}/${column}`, detail: message }))
