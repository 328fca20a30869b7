import { expect, test } from 'vitest'
import { parseMigration } from './migrate-files.ts'
import { MigrationRefused, planMigrations } from './migrate-plan.ts'

const one = parseMigration('0001_create_teams.sql', 'create table teams ()')
const two = parseMigration('0002_create_people.sql', 'create table people ()')
const three = parseMigration('0003_add_leads.sql', 'create table leads ()')

const refusal = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error instanceof MigrationRefused ? error.message : error
  }
  return 'not refused'
}

test('an empty database gets every file in order', () => {
  expect(planMigrations([two, three, one], [])).toEqual([one, two, three])
})

test('only what comes after the applied files is planned', () => {
  expect(planMigrations([one, two, three], [two, one])).toEqual([three])
  expect(planMigrations([one], [one])).toEqual([])
  expect(planMigrations([], [])).toEqual([])
})

test('an edited file is refused by name', () => {
  const edited = parseMigration(one.name, 'create table other ()')
  expect(refusal(() => planMigrations([edited, two], [one]))).toMatch(/^0001_create_teams\.sql was edited after it had been applied/)
})

test('a missing file is refused by name', () => {
  expect(refusal(() => planMigrations([two], [one]))).toMatch(/^0001_create_teams\.sql was applied .* file is missing/)
})

test('a file that took the number of an applied one is named beside it', () => {
  const usurper = parseMigration('0001_create_skills.sql', '')
  expect(refusal(() => planMigrations([usurper, two], [one]))).toMatch(
    /^0001_create_teams\.sql .* 0001_create_skills\.sql stands in its place/,
  )
})

test('a database with a later migration is newer than the build', () => {
  expect(refusal(() => planMigrations([one], [one, two]))).toMatch(/newer than this build: 0002_create_people\.sql/)
  expect(refusal(() => planMigrations([], [one]))).toMatch(/newer than this build: 0001_create_teams\.sql/)
})

test('a new file before an applied one is out of order', () => {
  expect(refusal(() => planMigrations([one, two, three], [one, three]))).toMatch(
    /^0002_create_people\.sql is out of order: 0003_add_leads\.sql .* 0004/,
  )
})

test('a gap in the numbers is refused', () => {
  expect(refusal(() => planMigrations([one, three], []))).toMatch(/^0003_add_leads\.sql is out of order: there is no migration 0002/)
})

test('two files with one number are refused', () => {
  const twin = parseMigration('0002_create_skills.sql', '')
  expect(refusal(() => planMigrations([one, two, twin], [one]))).toMatch(/^0002_create_people\.sql and 0002_create_skills\.sql .* 0003/)
  expect(refusal(() => planMigrations([one, two, twin], [one, two]))).toMatch(/bear the same number/)
})

test('line ends and a byte order mark do not change the hash, anything else does', () => {
  expect(parseMigration('0001_a.sql', '\uFEFFselect 1;\r\nselect 2;\r\n').hash).toBe(
    parseMigration('0001_a.sql', 'select 1;\nselect 2;\n').hash,
  )
  expect(parseMigration('0001_a.sql', 'select 1; ').hash).not.toBe(parseMigration('0001_a.sql', 'select 1;').hash)
})

test.each(['1_a.sql', '0001-a.sql', '0001_A.sql', '0001_.sql', '0001_a__b.sql', "0001_a'b.sql"])('the name %s is refused', (name) => {
  expect(refusal(() => parseMigration(name, ''))).toContain(`${name} is not named like`)
})

test('a file with a transaction of its own is refused, a function body is none', () => {
  expect(refusal(() => parseMigration('0001_a.sql', 'select 1;\nCOMMIT;'))).toMatch(/^0001_a\.sql begins or ends a transaction/)
  expect(refusal(() => parseMigration('0001_a.sql', 'start transaction read write;'))).toMatch(/transaction/)
  expect(parseMigration('0001_a.sql', 'do $$\nbegin\n  perform 1;\nend $$;').position).toBe(1)
})
