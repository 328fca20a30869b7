/** What is wrong in a file and where: `line` and `column` count from 1. In a table `column` is that of the table. */
export interface PackProblem {
  /** The name of the file, where there are several. */
  readonly file?: string
  readonly line: number
  readonly column: number
  readonly message: string
}

// A file that is wrong in this many places is wrong as a whole; nobody reads on.
const mostTold = 200

/** The first of the problems; the last one tells how many more there are. */
export function firstOf<Found>(found: readonly Found[], toProblem: (one: Found) => PackProblem): PackProblem[] {
  const told = found.slice(0, mostTold).map(toProblem)
  const last = told.at(-1)
  const more = found.length - told.length
  return last === undefined || more === 0 ? told : [...told, { ...last, message: `and ${more} more problems after these` }]
}

/** `file:line:column: message`, as editors and terminals read it. */
export const problemLine = ({ file, line, column, message }: PackProblem) =>
  `${file === undefined ? '' : `${file}:`}${line}:${column}: ${message}`

const longestQuote = 60

/** A value as a message shows it: in quotes where it is text, and never longer than a line. */
export function quoted(value: unknown): string {
  const shown = typeof value === 'string' ? value : String(value)
  const short = shown.length > longestQuote ? `${shown.slice(0, longestQuote).toWellFormed()}…` : shown
  return typeof value === 'string' ? `"${short.replaceAll(/\p{C}/gu, ' ')}"` : short
}
