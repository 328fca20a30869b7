import { join } from 'node:path'
import postgres from 'postgres'
import { openDatabase } from '@plumbline/server/db/client.ts'
import { readPack } from '@plumbline/server/frameworks/read-pack.ts'
import { loadFramework, prepareDatabase, projectDir } from '@plumbline/server/start.ts'
import type { Parts } from '../support/engine.ts'
import { measure, table } from './measure.ts'

export const packDir = join(projectDir, 'shared', 'frameworks', '2026')
const runs = 10

/** What a start spends on the pack: where it is new, and where its files are those of the last start. */
export async function benchLoading(engine: Parts): Promise<string[]> {
  const connection = { ...engine, database: 'bench_loading' }
  const admin = postgres({ ...engine, max: 1 })
  await admin`create database bench_loading`
  await admin.end()
  await prepareDatabase(connection)
  const database = openDatabase(connection)
  const superuser = postgres({ ...connection, user: 'postgres', max: 1 })
  const load = async (expected: 'loaded' | 'unchanged') => {
    const done = await loadFramework(database, connection)
    if (done !== expected) throw new Error(`the pack is ${done}, not ${expected}`)
  }
  await load('loaded')
  const figures = await measure(
    [
      { name: 'select 1', run: () => superuser`select 1` },
      { name: 'start with unchanged files', run: () => load('unchanged') },
      { name: 'reading and checking the YAML', run: () => readPack(packDir) },
      {
        name: 'loading into an empty database',
        floor: 'reading and checking the YAML',
        before: () => superuser`delete from frameworks`,
        run: () => load('loaded'),
      },
    ],
    runs,
  )
  await superuser.end()
  await database.close()
  return ['\n### The pack at a start\n', ...table('select 1', figures)]
}
