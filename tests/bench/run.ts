import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { Sql } from 'postgres'
import { openDatabase } from '@plumbline/server/db/client.ts'
import { startEmbedded } from '@plumbline/server/db/embedded.ts'
import { readPack } from '@plumbline/server/frameworks/read-pack.ts'
import { readConfig } from '@plumbline/server/http/config.ts'
import { openAuth } from '@plumbline/server/identity/auth.ts'
import { loadFramework, prepareDatabase, projectDir, startServer } from '@plumbline/server/start.ts'
import type { Parts } from '../support/engine.ts'
import { generate } from './generate.ts'
import type { Generated } from './generate.ts'
import { measure } from './measure.ts'
import type { Case, Figures } from './measure.ts'

const sizes = (process.argv[2] ?? '200,5000,50000').split(',').map(Number)
/** Fewer at the largest size, where a run of the overview takes longest. */
const runsAt = (size: number) => (size > 10_000 ? 40 : 200)
const secret = 'a secret that is used in benches only, 32+'

/** An admin of the generated organisation, and a way to call as them. */
async function adminOf(superuser: Sql, connection: Parts, { orgId, personId }: Generated, base: string) {
  const database = openDatabase(connection, { poolSize: 2 })
  const auth = openAuth(database, secret, base, { limits: readConfig({}).sessionLimits })
  const accountId = await auth.createVisitor({ name: 'Bench', email: `bench@${orgId}.example` })
  await superuser`insert into memberships (org_id, account_id, person_id, role) values (${orgId}, ${accountId}, ${personId}, 'admin')`
  const session = await auth.openSession(accountId, { headers: new Headers(), address: '127.0.0.1' })
  await database.close()
  const cookie = session
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return async (path: string) => {
    const answer = await fetch(`${base}${path}`, { headers: { cookie } })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${text}`)
    return text
  }
}

/** What the heatmap cannot be faster than: the same rows by one plain statement on an open connection. */
const plainSql = (sql: Sql, orgId: string, team: string) => () =>
  sql`
  with recursive below as (
    select id from teams where org_id = ${orgId} and id = ${team}
    union select t.id from teams t join below on t.org_id = ${orgId} and t.parent_id = below.id)
  select p.id, p.name, p.team_id, p.role_id, p.seniority, l.current from people p
  left join person_levels l on l.org_id = p.org_id and l.person_id = p.id
  where p.org_id = ${orgId} and p.team_id in (select id from below) order by lower(p.name), p.id`

async function benchSize(engine: Parts, size: number): Promise<string[]> {
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
  const started = performance.now()
  const made = await generate(superuser, await readPack(join(projectDir, 'shared', 'frameworks', '2026')), size)
  console.log(`${size} people in ${made.teams} teams written in ${((performance.now() - started) / 1000).toFixed(1)} s`)

  const server = await startServer({ ...readConfig({}), port: 0, logLevel: 'error' }, connection, secret)
  const base = `http://127.0.0.1:${server.port}`
  const get = await adminOf(superuser, connection, made, base)
  const cases: Case[] = [
    { name: 'static page', run: () => get('/live') },
    { name: 'GET /me', run: () => get('/api/v1/me') },
    { name: 'plain SQL, team of 8', run: plainSql(superuser, made.orgId, made.leafTeam) },
    { name: 'heatmap, team of 8', run: () => get(`/api/v1/teams/${made.leafTeam}/heatmap`) },
    { name: `plain SQL, subtree of ${made.widePeople}`, run: plainSql(superuser, made.orgId, made.wideTeam) },
    { name: `heatmap, subtree of ${made.widePeople}`, run: () => get(`/api/v1/teams/${made.wideTeam}/heatmap`) },
    { name: 'trend, team of 8', run: () => get(`/api/v1/teams/${made.leafTeam}/trend`) },
    { name: `trend, subtree of ${made.widePeople}`, run: () => get(`/api/v1/teams/${made.wideTeam}/trend`) },
    { name: 'organisation overview', run: () => get('/api/v1/organisation/overview') },
  ]
  const figures = await measure(cases, runsAt(size))
  await server.stop()
  await superuser.end()
  return table(size, figures)
}

function table(size: number, figures: readonly Figures[]): string[] {
  const me = figures.find(({ name }) => name === 'GET /me')?.median ?? Number.NaN
  const floor = (name: string) => figures.find((one) => one.name === name.replace(/^heatmap/, 'plain SQL'))?.median
  return [
    `\n### ${size.toLocaleString('en')} people\n`,
    '| case | median ms | p95 ms | × GET /me | × its plain SQL |',
    '|---|---:|---:|---:|---:|',
    ...figures.map(({ name, median, p95 }) => {
      const sql = name.startsWith('heatmap') ? floor(name) : undefined
      return `| ${name} | ${median.toFixed(2)} | ${p95.toFixed(2)} | ${(median / me).toFixed(2)} | ${sql === undefined ? '' : (median / sql).toFixed(2)} |`
    }),
  ]
}

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plumbline-bench-'))
  const engine = await startEmbedded({ dataDir, log: console.log })
  const lines: string[] = []
  try {
    for (const size of sizes) lines.push(...(await benchSize(engine.connection as Parts, size)))
  } finally {
    await engine.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, embedded PostgreSQL 18`
  const measured = [
    `Measured ${new Date().toISOString().slice(0, 10)} on ${machine}; ${runsAt(0)} runs a case (${runsAt(50_000)} at the largest size), taken in turn.`,
    ...lines,
  ].join('\n')
  console.log(measured)
  const file = join(projectDir, 'docs', 'performance.md')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/(<!-- figures -->)[\s\S]*(<!-- \/figures -->)/, `$1\n${measured}\n$2`))
}

await main()
