import { expect, test } from 'vitest'
import { features } from '@plumbline/server/features.ts'
import { feature } from '@plumbline/server/http/feature.ts'
import { defineRoute } from '@plumbline/shared/http/route.ts'
import { done } from '@plumbline/shared/http/fields.ts'
import { castOf } from './cast.ts'
import { cellsOf } from './cells.ts'
import { differing } from './differing.ts'

test('every route answers everyone as the table says, with both walls standing', async () => {
  const cells = cellsOf(features)
  expect(await differing(await castOf(), cells)).toEqual([])
  console.log(`${cells.length} cells with both walls`)
}, 600_000)

test('every route answers everyone as the table says without the database’s row-level security', async () => {
  const cast = await castOf()
  const tables = await cast.ownerSql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relrowsecurity`
  for (const { name } of tables) await cast.ownerSql.unsafe(`alter table ${name} disable row level security`)
  expect(tables.length).toBeGreaterThan(15)
  const cells = cellsOf(features)
  expect(await differing(cast, cells)).toEqual([])
  console.log(`${cells.length} cells by the policy alone`)
}, 600_000)

test('a route without a row turns the matrix red', () => {
  const planted = feature('planted').on(defineRoute({ method: 'get', path: '/planted', summary: 'Planted', ok: done }), () =>
    Promise.resolve({ done: true as const }),
  )
  expect(() => cellsOf([...features, planted])).toThrow('GET /planted')
})
