import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallPack } from '../levels/small-pack.ts'
import { checkPeopleRows, mostPeople } from './people-file.ts'
import type { Known, KnownPerson } from './people-file-row.ts'

const ana: KnownPerson = { name: 'Ana Ng', team: 'Platform', role: 'platform-engineer', seniority: 'senior', lead: true }
const known: Known = {
  roles: smallPack.roles,
  teams: [
    { name: 'Engineering', parent: null },
    { name: 'Platform', parent: 'Engineering' },
  ],
  people: new Map([['ana@example.org', ana]]),
}
const heading = ['name', 'email', 'team', 'role', 'seniority', 'lead']
const anaRow = ['Ana Ng', 'ana@example.org', 'Platform', 'Platform Engineer', 'senior', 'yes']
const check = (...rows: string[][]) => checkPeopleRows(rows, known)
const actions = (...rows: string[][]) => check(...rows).rows.map((row) => row.action)
const messages = (...rows: string[][]) => check(...rows).rows.map((row) => row.problems.map((problem) => problem.message))

test('worked example: somebody new in a new team, somebody as before', () => {
  const ben = ['Ben Okafor', 'Ben@Example.org', 'Engineering > Security > Keys', 'security engineer', '', '']
  expect(check(heading, anaRow, ben)).toEqual({
    problems: [],
    teams: [
      ['Engineering', 'Security'],
      ['Engineering', 'Security', 'Keys'],
    ],
    rows: [
      {
        line: 2,
        values: { name: 'Ana Ng', email: 'ana@example.org', team: 'Platform', role: 'Platform Engineer', seniority: 'senior', lead: 'yes' },
        problems: [],
        person: {
          name: 'Ana Ng',
          email: 'ana@example.org',
          team: ['Engineering', 'Platform'],
          role: 'platform-engineer',
          seniority: 'senior',
          lead: true,
        },
        action: 'same',
      },
      {
        line: 3,
        values: {
          name: 'Ben Okafor',
          email: 'Ben@Example.org',
          team: 'Engineering > Security > Keys',
          role: 'security engineer',
          seniority: '',
          lead: '',
        },
        problems: [],
        person: {
          name: 'Ben Okafor',
          email: 'ben@example.org',
          team: ['Engineering', 'Security', 'Keys'],
          role: 'security-engineer',
          seniority: 'mid',
          lead: false,
        },
        action: 'add',
      },
    ],
  })
})

test('any difference is a change', () => {
  const differences = [['Ana N.'], ['ana@example.org'], ['Engineering'], ['Security Engineer'], ['mid'], ['no']]
  const changed = differences.map(([cell = ''], at) => actions(heading, anaRow.with(at, cell))[0])
  expect(changed).toEqual(['change', 'same', 'change', 'change', 'change', 'change'])
})

test('what the file does not say stays as it is: a blank seniority, no lead column', () => {
  expect(actions(heading, anaRow.with(4, ''))).toEqual(['same'])
  expect(actions(heading.slice(0, 4), anaRow.slice(0, 4))).toEqual(['same'])
})

test('without a lead column somebody who changes teams does not lead the new one', () => {
  const [row] = check(heading.slice(0, 4), anaRow.slice(0, 4).with(2, 'Sales')).rows
  expect(row).toMatchObject({ action: 'change', person: { team: ['Sales'], seniority: 'senior', lead: false } })
})

test('headings come in any order and case, after a byte order mark; columns without a heading are passed over', () => {
  expect(
    actions(['\uFEFFRole', ' TEAM', 'Email ', 'Name', ''], ['Platform Engineer', 'Platform', 'ana@example.org', 'Ana Ng', '']),
  ).toEqual(['same'])
})

test('an unknown heading, a missing one and one used twice are named', () => {
  expect(check(['name', 'email', 'team', 'name', 'salary'], anaRow)).toEqual({
    rows: [],
    teams: [],
    problems: [
      { column: 'name', message: 'Column "name" is there twice. Keep one of them.' },
      { column: 'salary', message: 'Column "salary" is not known. Remove it, or use one of: name, email, team, role, seniority, lead.' },
      { column: 'role', message: 'Column "role" is missing. Add it to the first line.' },
    ],
  })
})

test('an e-mail address used twice is a problem on each line, in whatever case', () => {
  const twice = [anaRow, anaRow.with(1, 'ANA@example.org')]
  expect(messages(heading, ...twice)).toEqual([
    ['The same e-mail address stands in line 3. Keep one line per person.'],
    ['The same e-mail address stands in line 2. Keep one line per person.'],
  ])
  expect(messages(heading, ...twice, anaRow)[0]).toEqual(['The same e-mail address stands in line 3 and 1 more. Keep one line per person.'])
})

test('each wrong cell has its own problem, and a row with problems does nothing: no person, no team', () => {
  const { rows, teams } = check(heading, ['', 'ana', 'New', 'gardener', 'chief', 'maybe'])
  expect(rows[0]?.problems.map(({ column }) => column)).toEqual(['name', 'email', 'role', 'seniority', 'lead'])
  expect(rows[0]).toMatchObject({ action: null })
  expect(rows[0]).not.toHaveProperty('person')
  expect(teams).toEqual([])
})

test('blank lines are passed over but counted; short lines lack cells; a cell too many is a problem', () => {
  const { rows } = check(heading, ['', ' '], anaRow, ['Ben'], [...anaRow.with(1, 'b@example.org'), 'Jr.'])
  expect(rows.map(({ line }) => line)).toEqual([3, 4, 5])
  expect(rows[1]?.problems.map(({ column }) => column)).toEqual(['email', 'team', 'role'])
  expect(rows[2]?.problems).toEqual([
    { column: null, message: '"Jr." stands under no heading. Put text that has a comma in double quotes.' },
  ])
})

test('an empty file, a heading alone and too many people are refused as a whole', () => {
  expect(check().problems.map(({ message }) => message)).toContain('Column "name" is missing. Add it to the first line.')
  expect(check(heading).problems).toEqual([
    { column: null, message: 'There is nobody in the file. Under name,email,team,role,seniority,lead write one person per line.' },
  ])
  const crowd = Array.from({ length: mostPeople + 1 }, (_, at) => anaRow.with(1, `p${at}@example.org`))
  expect(check(heading, ...crowd)).toMatchObject({
    rows: [],
    problems: [{ message: 'The file has 5001 people; up to 5000 fit. Split it into several files.' }],
  })
  expect(check(heading, ...crowd.slice(1)).rows).toHaveLength(mostPeople)
})

const anyCell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(...anaRow, 'A > B', 'B > A', '>', 'constructor', '__proto__'),
)

test('no file at all makes it throw; each row has either problems or a person', () => {
  const anyRows = fc.array(fc.array(anyCell, { maxLength: 8 }), { maxLength: 8 })
  fc.assert(
    fc.property(fc.boolean(), anyRows, (withHeading, rows) => {
      const result = check(...(withHeading ? [heading] : []), ...rows)
      for (const row of result.rows) {
        expect(row.problems.length > 0).toBe(row.person === undefined)
        expect(row.action === null).toBe(row.person === undefined)
      }
      for (const [at, path] of result.teams.entries()) {
        const parent = path.slice(0, -1)
        const isKnown = parent.length === 0 || ['Engineering', 'Platform'].includes(parent.at(-1) ?? '')
        expect(isKnown || result.teams.slice(0, at).some((earlier) => earlier.join('>') === parent.join('>'))).toBe(true)
      }
    }),
  )
})

test('importing what was read changes nothing the second time', () => {
  const person = fc
    .constantFrom('ben', 'cem', 'dia')
    .chain((id) =>
      fc.tuple(
        fc.constant(`${id} x`),
        fc.constant(`${id}@example.org`),
        fc.constantFrom('Platform', 'Sales', 'Engineering > Security'),
        fc.constantFrom('Platform Engineer', 'security-engineer'),
        fc.constantFrom('', 'junior', 'architect'),
        fc.constantFrom('', 'x', 'no'),
      ),
    )
  fc.assert(
    fc.property(fc.uniqueArray(person, { selector: ([, email]) => email, minLength: 1 }), (rows) => {
      const first = check(heading, ...rows)
      const people = first.rows.flatMap(({ person: one }) => (one ? [[one.email, { ...one, team: one.team.at(-1) ?? null }] as const] : []))
      const teams = first.teams.map((path) => ({ name: path.at(-1) ?? '', parent: path.at(-2) ?? null }))
      const after: Known = { ...known, teams: [...known.teams, ...teams], people: new Map([...known.people, ...people]) }
      const second = checkPeopleRows([heading, ...rows], after)
      expect(second.rows.every(({ action }) => action === 'same')).toBe(true)
      expect(second.teams).toEqual([])
    }),
  )
})
