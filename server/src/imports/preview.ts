import type { FieldError } from '@plumbline/shared/errors/problem.ts'
import type { ImportPreview, ImportRow } from '@plumbline/shared/imports/contract.ts'
import type { PeopleFile } from '@plumbline/shared/people/people-file.ts'
import type { PeopleRow } from '@plumbline/shared/people/people-file-row.ts'
import type { CheckedFile } from './check-file.ts'

/** The checked file as the page shows it. */
export function previewOf({ file, known }: CheckedFile): ImportPreview {
  const roles = new Map(known.roles.map(({ id, name }) => [id, name]))
  const times = (action: PeopleRow['action']) => file.rows.filter((row) => row.action === action).length
  return {
    rows: file.rows.map((row) => rowOf(row, roles)),
    teams: file.teams.map((path) => path.join(' > ')),
    // A heading of thousands of unknown columns gets a bounded answer.
    problems: file.problems.slice(0, 50).map(({ message }) => message),
    counts: { add: times('add'), change: times('change'), same: times('same'), wrong: times(null) },
  }
}

function rowOf({ line, values, action, person, problems }: PeopleRow, roles: ReadonlyMap<string, string>): ImportRow {
  const { name, email, seniority } = person ?? values
  return {
    line,
    name,
    email,
    seniority,
    team: person?.team.join(' > ') ?? values.team,
    role: roles.get(person?.role ?? '') ?? values.role,
    lead: person === undefined ? values.lead : person.lead ? 'yes' : 'no',
    action,
    problems: problems.map(({ column, message }) => ({ column: column ?? '', message })),
  }
}

/** Everything that is wrong, as fields: `/text` is the file as a whole, `/rows/<line>/<column>` a cell. */
export function problemsOf(file: PeopleFile): FieldError[] {
  const whole = file.problems.map(({ message }) => ({ in: 'body' as const, pointer: '/text', detail: message }))
  const cells = file.rows.flatMap(({ line, problems }) =>
    problems.map(({ column, message }) => ({
      in: 'body' as const,
      pointer: column === null ? `/rows/${line}` : `/rows/${line}/${column}`,
      detail: message,
    })),
  )
  return [...whole, ...cells]
}
