import type { Seniority } from '../frameworks/seniority.ts'
import { type Cell, readEmail, readLead, readName, readSeniority } from './people-file-cells.ts'
import { type PeopleColumn, peopleColumns } from './people-file-header.ts'
import { type NamedRole, readRole } from './people-file-roles.ts'
import { type NamedTeam, teamKey } from './people-file-teams.ts'

/** A person as the organisation has them; `lead` is whether they lead the team they are in. */
export type KnownPerson = {
  readonly name: string
  readonly team: string | null
  readonly role: string | null
  readonly seniority: Seniority
  readonly lead: boolean
}

export type Known = {
  readonly roles: readonly NamedRole[]
  readonly teams: readonly NamedTeam[]
  /** By e-mail address in lower case. */
  readonly people: ReadonlyMap<string, KnownPerson>
  /** Addresses of those who left: a file changes nothing about them. */
  readonly left?: ReadonlySet<string>
}

/** A person as the file has them: team as its path from the top, role as its id, e-mail address in lower case. */
export type FilePerson = {
  readonly name: string
  readonly email: string
  readonly team: readonly string[]
  readonly role: string
  readonly seniority: Seniority
  readonly lead: boolean
}

export type PeopleRow = {
  readonly line: number
  readonly values: Readonly<Record<PeopleColumn, string>>
  readonly problems: readonly { readonly column: PeopleColumn | null; readonly message: string }[]
  /** There unless the row has problems. */
  readonly person?: FilePerson
  /** What importing the row would do; `null` while it has problems. */
  readonly action: 'add' | 'change' | 'same' | null
}

/** A row split into its columns, with what the rest of the file says about it. */
export type ReadRow = Pick<PeopleRow, 'line' | 'values'> & {
  readonly team: Cell<readonly string[]>
  /** Lines with this e-mail address, this one among them. */
  readonly sameEmail: readonly number[]
  /** Text of a cell that stands under no heading. */
  readonly stray: string | undefined
  readonly hasLead: boolean
}

/** Checks one row cell by cell, and against the person known by the same e-mail address. */
export function checkRow({ line, values, team, sameEmail, stray, hasLead }: ReadRow, known: Known): PeopleRow {
  const name = readName(values.name)
  const email = readEmail(values.email)
  const role = readRole(values.role, known.roles)
  const seniority = readSeniority(values.seniority)
  const lead = readLead(values.lead)
  const cells = { name, email, team, role, seniority, lead }
  const problems: PeopleRow['problems'][number][] = peopleColumns.flatMap((column) => {
    const message = cells[column].problem
    return message === undefined ? [] : [{ column, message }]
  })
  const other = values.email === '' ? undefined : sameEmail.find((one) => one !== line)
  if (other !== undefined) problems.push({ column: 'email', message: duplicate(other, sameEmail.length - 2) })
  if (email.problem === undefined && known.left?.has(email.value) === true) problems.push({ column: 'email', message: leftWords })
  if (stray !== undefined)
    problems.push({ column: null, message: `"${stray}" stands under no heading. Put text that has a comma in double quotes.` })

  if (
    problems.length > 0 ||
    name.problem !== undefined ||
    email.problem !== undefined ||
    team.problem !== undefined ||
    role.problem !== undefined ||
    seniority.problem !== undefined ||
    lead.problem !== undefined
  ) {
    return { line, values, problems, action: null }
  }
  const present = known.people.get(email.value)
  const stays = present !== undefined && sameTeam(present, team.value)
  const person = {
    name: name.value,
    email: email.value,
    team: team.value,
    role: role.value,
    seniority: seniority.value ?? present?.seniority ?? 'mid',
    lead: hasLead ? lead.value : stays && present.lead,
  }
  const action = present === undefined ? 'add' : stays && isSame(present, person) ? 'same' : 'change'
  return { line, values, problems, person, action }
}

const sameTeam = (present: KnownPerson, path: readonly string[]) => teamKey(present.team ?? '') === teamKey(path.at(-1) ?? '')
const isSame = (present: KnownPerson, person: FilePerson) =>
  (['name', 'role', 'seniority', 'lead'] as const).every((field) => present[field] === person[field])

const leftWords = 'Whoever has this address left. Take that back among those who left under People & teams, then import.'

const duplicate = (line: number, more: number) =>
  `The same e-mail address stands in line ${line}${more > 0 ? ` and ${more} more` : ''}. Keep one line per person.`
