export const peopleColumns = ['name', 'email', 'team', 'role', 'seniority', 'lead'] as const
export type PeopleColumn = (typeof peopleColumns)[number]
export const requiredColumns: readonly PeopleColumn[] = ['name', 'email', 'team', 'role']

/** What is wrong, in words that say what to do; `column` is the heading it concerns, or `null`. */
export type FileProblem = { readonly column: string | null; readonly message: string }

export type PeopleHeader = { readonly positions: ReadonlyMap<PeopleColumn, number>; readonly problems: readonly FileProblem[] }

/** Finds the known columns in the heading row: any order, any case. Columns without a heading are passed over. */
export function readHeader(row: readonly string[]): PeopleHeader {
  const positions = new Map<PeopleColumn, number>()
  const problems: FileProblem[] = []
  for (const [position, cell] of row.entries()) {
    // A spreadsheet may put a byte order mark before the first heading; trim() takes it away.
    const heading = cell.trim()
    const column = peopleColumns.find((known) => known === heading.toLowerCase())
    if (heading === '') continue
    if (!column) {
      problems.push({
        column: heading,
        message: `Column "${heading}" is not known. Remove it, or use one of: ${peopleColumns.join(', ')}.`,
      })
    } else if (positions.has(column)) {
      problems.push({ column, message: `Column "${column}" is there twice. Keep one of them.` })
    } else positions.set(column, position)
  }
  for (const column of requiredColumns) {
    if (!positions.has(column)) problems.push({ column, message: `Column "${column}" is missing. Add it to the first line.` })
  }
  return { positions, problems }
}

/** The trimmed cells of a row by column; '' where the row is shorter or the file lacks the column. */
export function readCells(row: readonly string[], positions: PeopleHeader['positions']): Record<PeopleColumn, string> {
  const cell = (column: PeopleColumn) => row[positions.get(column) ?? -1]?.trim() ?? ''
  return {
    name: cell('name'),
    email: cell('email'),
    team: cell('team'),
    role: cell('role'),
    seniority: cell('seniority'),
    lead: cell('lead'),
  }
}
