import type { FieldError } from '@plumbline/shared/errors/problem.ts'

export interface ImportProblem {
  readonly line: number
  readonly column: number
  readonly message: string
  /** The line itself, as far as it fits, around the place. */
  readonly excerpt: string
}

const before = 40
const longest = 120

function excerptOf(text: string, column: number): string {
  const from = column > longest - before ? column - before : 0
  const part = text.slice(from, from + longest)
  return `${from > 0 ? '…' : ''}${part.trim()}${from + longest < text.length ? '…' : ''}`
}

/** The problems of a file, each with its line, and those that have no place in it. */
export function problemsIn(errors: readonly FieldError[], text: string): { placed: ImportProblem[]; others: string[] } {
  const lines = text.split(/\r\n|\n|\r/)
  const placed: ImportProblem[] = []
  const others: string[] = []
  for (const { pointer, detail } of errors) {
    const [, line, column] = /^\/text\/(\d+)\/(\d+)$/.exec(pointer) ?? []
    if (line === undefined || column === undefined) others.push(detail)
    else {
      const excerpt = excerptOf(lines[Number(line) - 1] ?? '', Number(column))
      placed.push({ line: Number(line), column: Number(column), message: detail, excerpt })
    }
  }
  return { placed, others }
}

/** A matrix has a heading with the column "skill"; everything else is taken for YAML. */
export function formatOf(text: string, fileName: string | undefined): 'yaml' | 'csv' {
  if (fileName !== undefined && /\.(csv|tsv|txt)$/i.test(fileName)) return 'csv'
  if (fileName !== undefined && /\.ya?ml$/i.test(fileName)) return 'yaml'
  return /^\uFEFF?"?skill"?[,;\t]/.test(text) ? 'csv' : 'yaml'
}
