import fc from 'fast-check'
import { expect, test } from 'vitest'
import { triedValues } from '../support/schema-values.ts'
import type { Schema } from '../support/schema-values.ts'
import { castOf } from './matrix/cast.ts'
import { actors } from './matrix/tables.ts'

const cases = 20_000

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly schema: Schema
}

interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } }
  readonly responses: Readonly<Record<string, unknown>>
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

test(`${cases} requests made of the API’s own description, right and wrong, as everyone: no fault, no undocumented status, no foreign id`, async () => {
  const cast = await castOf()
  const described = (await (await cast.app.request('http://localhost/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, Operation>>
  }
  const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path: path.replace('/api/v1', ''), method, operation })),
  )
  const idsOf = async (orgId: string) => {
    const columns = await cast.ownerSql<{ table: string; column: string }[]>`
      select c.table_name as table, c.column_name as column from information_schema.columns c
      where c.table_schema = 'public' and c.data_type = 'uuid' and c.column_name <> 'org_id'
        and exists (select from information_schema.columns o where o.table_name = c.table_name and o.column_name = 'org_id')`
    return cast.ownerSql.begin(async (sql) => {
      await sql`select set_config('plumbline.org', ${orgId}, true), set_config('plumbline.reach', 'organisation', true)`
      const found: string[] = [orgId]
      for (const { table, column } of columns)
        for (const { id } of await sql<{ id: string | null }[]>`select distinct ${sql(column)}::text as id from ${sql(table)}`)
          if (id !== null) found.push(id)
      return found
    })
  }
  const ours = await idsOf(cast.organisationId)
  const theirs = await idsOf(cast.otherOrganisationId)
  const foreign = { first: new Set(theirs), other: new Set(ours) }
  for (const id of ours) foreign.first.delete(id)
  for (const id of theirs) foreign.other.delete(id)
  const some = (ids: readonly string[]) => ids.filter((_, at) => at % Math.ceil(ids.length / 25) === 0)
  const known = Object.entries(cast.people).map(([, { id }]) => id)
  const ids = [...known, ...some(ours), ...some(theirs), '01980000-0000-7000-8000-000000000000']
  const words = [
    'git',
    'kubernetes',
    'idp-01',
    'platform-engineer',
    '2026.1',
    '2026.1-1',
    'x'.repeat(43),
    'a long enough password',
    'team.',
    '1',
    'no such thing',
  ]
  const text = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
  const tries = operations.map(({ path, method, operation }) => {
    const given = (place: 'path' | 'query') =>
      fc.record(
        Object.fromEntries(
          (operation.parameters ?? []).filter((one) => one.in === place).map((one) => [one.name, triedValues(one.schema, ids, words)]),
        ),
        place === 'query' ? { requiredKeys: [] } : {},
      )
    const schema = operation.requestBody?.content['application/json'].schema
    return fc.record({
      method: fc.constant(method),
      path: fc.constant(path),
      params: given('path'),
      query: given('query'),
      body: schema === undefined ? fc.constant(undefined) : triedValues(schema, ids, words),
      version: fc.constantFrom('"1"', '"0"', '"2"', '1', '"99999999999"', undefined),
      actor: fc.constantFrom(...actors),
    })
  })
  const documented = new Map(operations.map(({ path, method, operation }) => [`${method} ${path}`, Object.keys(operation.responses)]))
  const statuses = new Map<number, number>()
  let asked = 0
  await fc.assert(
    fc.asyncProperty(fc.oneof(...tries), async ({ method, path, params, query, body, version, actor }) => {
      const place = path.replace(
        /\{(\w+)\}/g,
        (_, name: string) => encodeURIComponent(text(params[name]).toWellFormed().slice(0, 2000)) || '%20',
      )
      const search = Object.entries(query)
        .map(([key, value]) => `${key}=${encodeURIComponent(text(value).toWellFormed().slice(0, 2000))}`)
        .join('&')
      const url = `${place}${search === '' ? '' : `?${search}`}`
      const { caller } = path === '/sessions/current' ? { caller: cast.nobody } : cast.selves[actor]
      const answer = await caller.from(`10.9.${(asked >> 8) & 255}.${asked++ & 255}`).raw(url, {
        method: method.toUpperCase(),
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(version !== undefined && { 'if-match': version }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      const isDocumented = (documented.get(`${method} ${path}`) ?? []).some(
        (one) => one === String(answer.status) || (one === '4XX' && Math.floor(answer.status / 100) === 4),
      )
      const sent = `${url} ${JSON.stringify(body) ?? ''}`
      const strangers = foreign[actor === 'otherAdmin' ? 'other' : 'first']
      const leaked = [...new Set(answer.text.match(uuids))].filter((id) => strangers.has(id) && !sent.includes(id))
      expect({ status: isDocumented ? 'documented' : `${answer.status} ${answer.text.slice(0, 300)}`, leaked }).toEqual({
        status: 'documented',
        leaked: [],
      })
    }),
    { numRuns: cases },
  )
  // Both the roads that lead in and those that do not were gone down.
  for (const status of [200, 201, 400, 401, 403, 404, 409, 412, 428])
    expect(statuses.get(status) ?? 0, `answers of ${status}`).toBeGreaterThan(20)
  console.log(
    `${asked} requests: ${[...statuses]
      .toSorted(([a], [b]) => a - b)
      .map(([status, times]) => `${times} × ${status}`)
      .join(', ')}`,
  )
}, 900_000)
