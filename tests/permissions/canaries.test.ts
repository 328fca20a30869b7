import { pino } from 'pino'
import { afterEach, expect, test, vi } from 'vitest'
import { beforeTheWall, askEverything, canaryWorld, marker, routeKey } from '../support/canary-world.ts'
import type { CanaryWorld, Seer } from '../support/canary-world.ts'
import { canaryFields, heldFields, heldFiles } from './canary-fields.ts'

const marked = Object.entries(canaryFields).flatMap(([field, about]) => ('by' in about ? [{ field, ...about }] : []))
const secrets = Object.entries(canaryFields).flatMap(([field, about]) => ('secret' in about ? [field] : []))
const partsOf = (field: string) => field.split('.') as [string, string]

afterEach(() => void vi.restoreAllMocks())

/** Everything that the server writes, at its most talkative, whether through its log or past it. */
function listen() {
  const lines: string[] = []
  const hear = (...words: unknown[]) =>
    void lines.push(words.map((word) => (word instanceof Error ? `${word.stack}` : JSON.stringify(word))).join(' '))
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) vi.spyOn(console, method).mockImplementation(hear)
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((words) => {
      lines.push(String(words))
      return true
    })
  return { lines, log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }) }
}

/** What lies in the columns of secrets. */
const secretsOf = (world: CanaryWorld) =>
  beforeTheWall(world, async (sql) => {
    const found = []
    for (const [table, column] of secrets.map(partsOf))
      found.push(
        ...(await sql<{ value: string }[]>`select ${sql(column)}::text as value from ${sql(table)} where ${sql(column)} is not null`),
      )
    return found.map(({ value }) => value.replace(/^\\x/, '').toLowerCase())
  })

/** Whole or its secret part: an encoded half of it would be as bad. */
const holds = (text: string, secret: string) => text.includes(secret) || text.includes(encodeURIComponent(secret).toLowerCase())

test('every text column that can hold a person’s data holds a canary, or is said to hold none', async () => {
  const world = await canaryWorld(pino({ level: 'silent' }))
  await beforeTheWall(world, async (sql) => {
    const columns = await sql<{ field: string }[]>`
      select c.table_name || '.' || c.column_name as field
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and t.table_type = 'BASE TABLE'
        and c.data_type not in ('uuid', 'xid8', 'timestamp with time zone', 'date', 'integer', 'bigint', 'smallint', 'boolean', 'numeric', 'real', 'double precision')
        and exists (
          select from information_schema.columns p
          where p.table_schema = 'public' and p.table_name = c.table_name
            and (p.table_name in ('people', 'accounts') or p.column_name in ('person_id', 'account_id') or p.column_name like '%\\_by'))
      order by 1`
    expect(Object.keys(canaryFields).toSorted()).toEqual(columns.map(({ field }) => field).toSorted())
    // What the trail says of a person lies sealed; that it is there is seen where it is told, below.
    for (const { field } of marked.filter((one) => one.field !== 'audit_events.detail')) {
      const [table, column] = partsOf(field)
      const [{ planted } = { planted: false }] = await sql<{ planted: boolean }[]>`
        select coalesce(bool_or(${sql(column)}::text ilike ${`%${marker(field)}%`}), false) as planted from ${sql(table)}`
      expect([field, planted]).toEqual([field, true])
    }
  })
  expect((await secretsOf(world)).filter((value) => value.length >= 20).length).toBeGreaterThan(5)
})

test('whatever is asked, a canary is told to those who may know it, and none is logged', { timeout: 240_000 }, async () => {
  const { lines, log } = listen()
  const world = await canaryWorld(log)
  const kept = await secretsOf(world)
  const told = new Map<string, { by: Set<Seer>; routes: Set<string> }>(
    marked.map(({ field }) => [field, { by: new Set(), routes: new Set() }]),
  )
  const leaks: string[] = []
  const inFiles = new Set<string>()
  let [answers, ok] = [0, 0]
  await askEverything(world, (seer, route, said, { status }) => {
    answers++
    if (status < 300) ok++
    for (const { field, by, routes } of marked) {
      if (!said.includes(marker(field))) continue
      if (seer === 'self' && heldFiles.includes(routeKey(route))) {
        inFiles.add(field)
        continue
      }
      told.get(field)?.by.add(seer)
      if (!by.includes(seer) || !routes.includes(routeKey(route))) leaks.push(`${field} to ${seer} by ${routeKey(route)}: ${status}`)
    }
    for (const hidden of ['password', 'link.secret'])
      if (said.includes(marker(hidden))) leaks.push(`${hidden} to ${seer} by ${routeKey(route)}`)
    for (const secret of kept) if (holds(said, secret)) leaks.push(`a kept secret to ${seer} by ${routeKey(route)}`)
    if (status >= 500) leaks.push(`${status} to ${seer} by ${routeKey(route)}`)
  })
  for (const path of ['/api/openapi.json', '/api/docs', '/ready']) {
    const said = await (await world.app.request(`http://localhost${path}`)).text()
    if (/canary-/i.test(said)) leaks.push(`by ${path}`)
  }
  expect(leaks).toEqual([])
  expect([...inFiles].toSorted()).toEqual(heldFields)
  // Each rule of the table is one that holds, not one that is wider than needed.
  for (const { field, by } of marked) expect([field, [...(told.get(field)?.by ?? [])].toSorted()]).toEqual([field, by.toSorted()])
  expect([answers > 400, ok > 100], `${ok} of ${answers} answered`).toEqual([true, true])
  expect(lines.length).toBeGreaterThanOrEqual(answers)
  expect(lines.filter((line) => /canary-/i.test(line) || kept.some((secret) => holds(line.toLowerCase(), secret)))).toEqual([])
})

test('when the database refuses and fails, what it says of people is neither answered nor logged', { timeout: 240_000 }, async () => {
  const { lines, log } = listen()
  const world = await canaryWorld(log)
  const { admin, person, ownerSql } = world
  // PostgreSQL's message of a broken check holds the whole row.
  await ownerSql`alter table people add constraint no_change check (version < 3)`
  const refused = await admin.patch(`/people/${person.personId}`, { seniority: 'senior' }, { 'if-match': '"2"' })
  // A row that breaks the contract is a fault of ours, whose message would hold the value.
  await beforeTheWall(world, async (sql) => {
    await sql`alter table people drop constraint people_seniority_check`
    await sql`update people set seniority = ${marker('people.name')}, version = 2 where id = ${person.personId}`
  })
  await ownerSql`alter table ratings rename column note to remark`
  const said: string[] = []
  await askEverything(world, (seer, route, text, { status }) => void (status >= 500 && said.push(`${seer} ${routeKey(route)} ${text}`)))
  expect(refused.status).toBeGreaterThanOrEqual(400)
  expect(said.length).toBeGreaterThan(0)
  const faults = lines.filter((line) => line.includes('"fault"'))
  expect(faults.length).toBeGreaterThan(0)
  expect([refused.text, ...said, ...lines].filter((line) => /canary-/i.test(line))).toEqual([])
})
