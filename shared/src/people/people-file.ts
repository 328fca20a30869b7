import { type FileProblem, peopleColumns, readCells, readHeader, requiredColumns } from './people-file-header.ts'
import { checkRow, type Known, type PeopleRow } from './people-file-row.ts'
import { type NamedTeam, readTeams, teamKey } from './people-file-teams.ts'

export const mostPeople = 5000

export type PeopleFile = {
  readonly rows: readonly PeopleRow[]
  /** Paths of the teams to create for the rows without problems, parents first. */
  readonly teams: readonly (readonly string[])[]
  /** What is wrong with the file as a whole. */
  readonly problems: readonly FileProblem[]
}

/**
 * Checks a people file that is already split into cells, heading first; it changes nothing and never throws. Lines count from 1 for the
 * heading; blank lines are passed over, so leave them in. A blank seniority, and a file without a lead column, keep what is known of a
 * person; for somebody new they mean mid and no.
 */
export function checkPeopleRows(rows: readonly (readonly string[])[], known: Known): PeopleFile {
  const heading = rows[0] ?? []
  const { positions, problems } = readHeader(heading)
  const body = rows
    .map((cells, at) => ({ line: at + 1, cells }))
    .filter(({ line, cells }) => line > 1 && cells.some((cell) => cell.trim() !== ''))
  const amount = wrongAmount(body.length)
  if (amount) return { rows: [], teams: [], problems: [...problems, amount] }
  if (requiredColumns.some((column) => !positions.has(column))) return { rows: [], teams: [], problems }

  const read = body.map(({ line, cells }) => ({ line, values: readCells(cells, positions), stray: strayCell(cells, heading) }))
  const teams = readTeams(
    read.map(({ line, values }) => ({ line, team: values.team })),
    known.teams,
  )
  const byEmail = Map.groupBy(read, ({ values }) => values.email.toLowerCase())
  const linesByEmail = new Map([...byEmail].map(([email, group]) => [email, group.map(({ line }) => line)]))
  const checked = teams.flatMap((team, at) => {
    const row = read[at]
    if (!row) return []
    const sameEmail = linesByEmail.get(row.values.email.toLowerCase()) ?? []
    return [checkRow({ ...row, team, sameEmail, hasLead: positions.has('lead') }, known)]
  })
  return { rows: checked, teams: teamsToCreate(checked, known.teams), problems }
}

function wrongAmount(people: number): FileProblem | null {
  if (people === 0)
    return { column: null, message: `There is nobody in the file. Under ${peopleColumns.join(',')} write one person per line.` }
  if (people <= mostPeople) return null
  return { column: null, message: `The file has ${people} people; up to ${mostPeople} fit. Split it into several files.` }
}

const strayCell = (cells: readonly string[], heading: readonly string[]): string | undefined =>
  cells.map((cell, at) => ((heading[at] ?? '').trim() === '' ? cell.trim() : '')).find((cell) => cell !== '')

function teamsToCreate(rows: readonly PeopleRow[], known: readonly NamedTeam[]): string[][] {
  const there = new Set(known.map(({ name }) => teamKey(name)))
  const paths: string[][] = []
  for (const { person } of rows) {
    for (const [at, name] of (person?.team ?? []).entries()) {
      if (there.has(teamKey(name))) continue
      there.add(teamKey(name))
      paths.push(person?.team.slice(0, at + 1) ?? [])
    }
  }
  return paths
}
