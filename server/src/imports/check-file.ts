import { email } from '@plumbline/shared/http/fields.ts'
import { checkPeopleRows } from '@plumbline/shared/people/people-file.ts'
import type { PeopleFile } from '@plumbline/shared/people/people-file.ts'
import { readHeader } from '@plumbline/shared/people/people-file-header.ts'
import type { Known } from '@plumbline/shared/people/people-file-row.ts'
import { frameworkOf } from '#frameworks/framework-of.ts'
import type { Ctx } from '#http/context.ts'
import { readCsv } from '#http/read-csv.ts'
import { lockPeople, peopleByEmail, teamTree } from './queries.ts'

export type Present = Awaited<ReturnType<typeof peopleByEmail>>[number]

export interface CheckedFile {
  readonly file: PeopleFile
  readonly known: Known
  readonly teams: Awaited<ReturnType<typeof teamTree>>
  /** Those of the file who are there already, by e-mail address. */
  readonly present: ReadonlyMap<string, Present>
  /** A file without a lead column leaves the leads as they are. */
  readonly saysLead: boolean
}

/** Reads the file against the organisation as it stands now. With `lock`, the people it names stay as they are to the end of the transaction. */
export async function checkFile(ctx: Ctx, text: string, { lock }: { lock: boolean }): Promise<CheckedFile> {
  const { tx, actor } = ctx
  const csv = readCsv(text)
  const rows = csv.problem === undefined ? csv.rows : []
  const { positions } = readHeader(rows[0] ?? [])
  const emails = emailsIn(rows, positions.get('email'))
  if (lock) await lockPeople(tx, actor.orgId, emails)
  const people = await peopleByEmail(tx, actor.orgId, emails)
  const teams = await teamTree(tx, actor.orgId)
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const known: Known = {
    roles: (await frameworkOf(ctx)).pack.roles,
    teams: teams.map(({ name, parentId }) => ({ name, parent: nameOf(parentId) })),
    people: new Map(
      people.map(({ email, name, teamId, roleId, seniority, lead }) => [
        email,
        { name, team: nameOf(teamId), role: roleId, seniority, lead },
      ]),
    ),
    left: new Set(people.flatMap(({ email, left }) => (left ? [email] : []))),
  }
  const file =
    csv.problem === undefined ? checkPeopleRows(rows, known) : { rows: [], teams: [], problems: [{ column: null, message: csv.problem }] }
  return { file, known, teams, present: new Map(people.map((person) => [person.email, person])), saysLead: positions.has('lead') }
}

function emailsIn(rows: readonly (readonly string[])[], position: number | undefined): string[] {
  if (position === undefined) return []
  const read = rows.slice(1).map((cells) => email.safeParse(cells[position]))
  return [...new Set(read.flatMap((one) => (one.success ? [one.data] : [])))]
}
