import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runApp } from '../support/app-process.ts'
import { freshFolder } from '../support/embedded-world.ts'
import { chance, startDrill } from '../support/kill-drill.ts'
import type { Drill } from '../support/kill-drill.ts'
import { superuser } from '../support/kill-postgres.ts'

const seed = Number(process.env['KILL_SEED'] ?? 2026)
const rounds = Number(process.env['KILL_ROUNDS'] ?? 20)

/** What the database holds of what was acknowledged, read past the app. */
async function stored(drill: Drill) {
  const sql = superuser(drill.dataDir)
  try {
    const teams = await sql<{ id: string; name: string }[]>`select id, name from teams`
    const added = await sql<{ subject: string }[]>`select subject from audit_events where action = 'team.added'`
    const notes = await sql<{ note: string }[]>`select distinct note from ratings`
    return { teams, added: added.map((row) => row.subject), notes: new Set(notes.map((row) => row.note)) }
  } finally {
    await sql.end()
  }
}

test(
  'every acknowledged write is there exactly once after server and database were killed again and again',
  { timeout: 600_000 },
  async () => {
    const began = performance.now()
    const drill = await startDrill(join(await freshFolder(), 'data'))
    for (let round = 1; round <= rounds; round++) {
      const kills = [drill.killServer, drill.killPostgres]
      if (chance(seed, `order ${round}`, 2) === 1) kills.reverse()
      for (const [at, kill] of kills.entries()) await kill(chance(seed, `moment ${round} ${at}`, 1000))
    }
    await drill.finish()

    const { acknowledged, told } = drill
    const { teams, added, notes } = await stored(drill)
    const listed = await drill.teams()
    console.log(
      `seed ${seed}: ${rounds} kills of the server and ${rounds} of the database under ${acknowledged.teams.size} teams and ${acknowledged.ratings.length} ratings; ` +
        `not at once answered: ${JSON.stringify(Object.fromEntries(told))}; ${((performance.now() - began) / 1000).toFixed(0)} s`,
    )
    expect(new Map(listed.map(({ id, name }) => [id, name]))).toEqual(acknowledged.teams)
    expect(teams.length).toBe(acknowledged.teams.size)
    expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length)
    expect(added.toSorted()).toEqual([...acknowledged.teams.keys()].map((id) => `team:${id}`).toSorted())
    expect(acknowledged.ratings.filter((note) => !notes.has(note))).toEqual([])
    expect(told.size).toBeGreaterThan(0)

    expect(await drill.stop()).toBe(0)
    expect(await runApp(['check-levels'], { PLUMBLINE_DATA: drill.dataDir })).toMatchObject({
      code: 0,
      said: expect.stringContaining('equals its history'),
    })
  },
)

test('the same drill sees the loss where the database acknowledges before it has written', async () => {
  const dataDir = join(await freshFolder(), 'data')
  const acknowledgeEarly = async () => {
    const sql = superuser(dataDir)
    for (const setting of [`synchronous_commit = off`, `wal_writer_delay = '10s'`]) await sql.unsafe(`alter system set ${setting}`)
    await sql`select pg_reload_conf()`
    await sql.end()
  }
  const drill = await startDrill(dataDir, { before: acknowledgeEarly })
  for (let round = 1; round <= 3; round++) await drill.killPostgres(chance(seed, `early ${round}`, 1000))
  await drill.finish()

  const { teams } = await stored(drill)
  const lost = [...drill.acknowledged.teams.keys()].filter((id) => !teams.some((team) => team.id === id))
  console.log(`${lost.length} of ${drill.acknowledged.teams.size} acknowledged teams are lost with synchronous_commit = off`)
  expect(lost.length).toBeGreaterThan(0)
})
