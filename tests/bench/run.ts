import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { Sql } from 'postgres'
import { checkLevels } from '@plumbline/server/check-levels.ts'
import { openDatabase } from '@plumbline/server/db/client.ts'
import { startEmbedded } from '@plumbline/server/db/embedded.ts'
import { countAggregates } from '@plumbline/server/heatmap/aggregates-count.ts'
import { readPack } from '@plumbline/server/frameworks/read-pack.ts'
import { readConfig } from '@plumbline/server/http/config.ts'
import { loadFramework, prepareDatabase, projectDir, startServer } from '@plumbline/server/start.ts'
import type { Parts } from '../support/engine.ts'
import { withoutRateLimits } from '../support/rate-settings.ts'
import { adminOf, secret } from './admin.ts'
import { auditingCases } from './auditing.ts'
import { frameworkCases, frameworkSizes } from './framework.ts'
import { generate } from './generate.ts'
import { benchLoading, packDir } from './loading.ts'
import { measure, table } from './measure.ts'
import type { Case } from './measure.ts'
import { publishingCases } from './publishing.ts'

const sizes = (process.argv[2] ?? '200,5000,50000').split(',').map(Number)
/** Fewer at the largest size, where a run of the overview takes longest. */
const runsAt = (size: number) => (size > 10_000 ? 40 : 200)
/** Of what takes seconds and is asked for once in a while. */
const slowRunsAt = (size: number) => (size > 10_000 ? 5 : 10)

/** What the heatmap cannot be faster than: the same rows by one plain statement on an open connection. */
const plainSql = (sql: Sql, orgId: string, team: string) => () =>
  sql`
  with recursive below as (
    select id from teams where org_id = ${orgId} and id = ${team}
    union select t.id from teams t join below on t.org_id = ${orgId} and t.parent_id = below.id)
  select p.id, p.name, p.team_id, p.role_id, p.seniority, l.current from people p
  left join person_levels l on l.org_id = p.org_id and l.person_id = p.id
  where p.org_id = ${orgId} and p.team_id in (select id from below) order by lower(p.name), p.id`

interface Measured {
  readonly sizes: string
  readonly lines: string[]
}

async function benchSize(engine: Parts, size: number): Promise<Measured> {
  const connection = { ...engine, database: `bench_${size}` }
  // Foreign keys are checked by triggers, row by row; what the generator writes is right by construction.
  const superuser = postgres({
    ...connection,
    user: 'postgres',
    max: 1,
    onnotice: () => undefined,
    connection: { session_replication_role: 'replica' },
  })
  const admin = postgres({ ...engine, max: 1 })
  await admin.unsafe(`create database bench_${size}`)
  await admin.end()
  await prepareDatabase(connection)
  const database = openDatabase(connection)
  await loadFramework(database, connection)
  await database.close()
  const pack = await readPack(packDir)
  const started = performance.now()
  const made = await generate(superuser, pack, size)
  console.log(`${size} people in ${made.teams} teams written in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  await refuseDifferences(connection)

  const counting = await countAll(connection, made.orgId)
  console.log(`aggregates counted in ${(counting / 1000).toFixed(1)} s`)
  const server = await startServer({ ...readConfig(withoutRateLimits), port: 0, logLevel: 'error' }, connection, secret)
  const caller = await adminOf(superuser, connection, made, `http://127.0.0.1:${server.port}`)
  const { call } = caller
  const ofTeam = (view: 'heatmap' | 'trend', team: string) => () => call(`/api/v1/teams/${team}/${view}`)
  const { leafTeam, wide, largest } = made
  const [sqlOfLeaf, sqlOfWide] = ['plain SQL, team of 8', `plain SQL, subtree of ${wide.people}`]
  const me: Case = { name: 'GET /me', run: () => call('/api/v1/me') }
  const cases: Case[] = [
    { name: 'static page', run: () => call('/live') },
    me,
    ...(await frameworkCases(caller)),
    { name: sqlOfLeaf, run: plainSql(superuser, made.orgId, leafTeam) },
    { name: 'heatmap, team of 8', floor: sqlOfLeaf, run: ofTeam('heatmap', leafTeam) },
    { name: sqlOfWide, run: plainSql(superuser, made.orgId, wide.team) },
    { name: `heatmap, subtree of ${wide.people}`, floor: sqlOfWide, run: ofTeam('heatmap', wide.team) },
    { name: 'trend, team of 8', run: ofTeam('trend', leafTeam) },
    { name: `trend, subtree of ${wide.people}`, run: ofTeam('trend', wide.team) },
    { name: 'organisation overview', run: () => call('/api/v1/organisation/overview') },
    { name: 'organisation aggregates', run: () => call('/api/v1/organisation/aggregates') },
  ]
  const sizes = await frameworkSizes(caller)
  const often = await measure(cases, runsAt(size))
  const trend = { name: `trend, subtree of ${largest.people}`, run: ofTeam('trend', largest.team) }
  const verbs = openDatabase(connection, { poolSize: 1 })
  const auditing = await measure(await auditingCases(verbs, superuser, caller.accountId, made), runsAt(size))
  await verbs.close()
  const slow = await measure([me, trend, ...publishingCases(superuser, caller, made, pack)], slowRunsAt(size))
  await server.stop()
  await superuser.end()
  await refuseDifferences(connection)
  const head = `\n### ${size.toLocaleString('en')} people\n`
  return { sizes, lines: [head, ...table(me.name, often), '', ...table(me.name, auditing), '', ...table(me.name, slow)] }
}

/** How long upkeep takes to count an organisation's aggregates for the first time, in milliseconds. */
async function countAll(connection: Parts, orgId: string): Promise<number> {
  const database = openDatabase(connection)
  const started = performance.now()
  await countAggregates(database, orgId)
  await database.close()
  return performance.now() - started
}

/** What the generator writes, and what publishing carries over, has to be what the history says. */
async function refuseDifferences(connection: Parts): Promise<void> {
  const started = performance.now()
  const found = await checkLevels(connection)
  if (found.length > 0) throw new Error(`${found.length} kept rows differ from their history, such as ${found[0]}`)
  console.log(`kept levels and counts are those of the history, checked in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plumbline-bench-'))
  const engine = await startEmbedded({ dataDir, log: console.log })
  const parts = engine.connection as Parts
  const measuredSizes: Measured[] = []
  let loading: string[] = []
  try {
    loading = await benchLoading(parts)
    for (const size of sizes) measuredSizes.push(await benchSize(parts, size))
  } finally {
    await engine.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, embedded PostgreSQL 18`
  const measured = [
    `Measured ${new Date().toISOString().slice(0, 10)} on ${machine}; the cases of a table were run in turn.`,
    ...loading,
    '',
    measuredSizes[0]?.sizes ?? '',
    ...measuredSizes.flatMap(({ lines }) => lines),
  ].join('\n')
  console.log(measured)
  const file = join(projectDir, 'docs', 'performance.md')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/(<!-- figures -->)[\s\S]*(<!-- \/figures -->)/, `$1\n${measured}\n$2`))
}

await main()
