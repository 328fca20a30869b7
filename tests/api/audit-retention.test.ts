import { expect, test } from 'vitest'
import { verifyAudit } from '@plumbline/server/audit-verify.ts'
import { runRetention } from '@plumbline/server/retention/keeper.ts'
import { asOwner, sealTheRest, verified } from '../support/retained.ts'
import { startedWorld } from '../support/world.ts'
import type { World } from '../support/world.ts'

const run = (world: World) => runRetention(world.database, world.organisationId, { again: true })
const seals = (world: World) =>
  asOwner(world, async (sql) =>
    (await sql<{ sequence: string }[]>`select sequence from audit_seals order by sequence`).map((row) => Number(row.sequence)),
  )

/** How many events starting the organisation left: the places of the others count from there. */
const begun = (world: World) =>
  asOwner(world, async (sql) => (await sql<{ events: number }[]>`select count(*)::int as events from audit_events`)[0]?.events ?? 0)

/** Six sealed events, of which the first three were written before the limit, with all before them: they are dated back before they are sealed. */
async function oldTrail() {
  const world = await startedWorld()
  const base = await begun(world)
  for (const name of ['One', 'Two', 'Three']) await world.team(name)
  await asOwner(world, (sql) => sql`update audit_events set at = now() - interval '401 days'`)
  for (const name of ['Four', 'Five', 'Six']) await world.team(name)
  await sealTheRest(world)
  /** The place of the first, second … of the six, and of those after. */
  const at = (place: number) => base + place
  return { world, at }
}

test('of the trail the oldest sealed events go; what is left begins there, is whole, and says that it was shortened', async () => {
  const { world, at } = await oldTrail()
  const { body: preview } = await world.admin.get('/retention/preview')
  expect(preview.classes.find((one: { class: string }) => one.class === 'audit')).toMatchObject({ rows: at(3), people: null })
  const { head } = await verified(world)
  expect(await run(world)).toEqual({ audit: at(3) })
  expect(await seals(world)).toEqual([at(4), at(5), at(6)])
  expect(await verified(world, [head ?? ''])).toMatchObject({ flaws: [], pending: 2 })
  await sealTheRest(world)
  expect(await verified(world, [head ?? ''])).toMatchObject({ flaws: [], sealed: at(8) })
  const { events } = (await world.admin.get('/audit?action=retention.audit_cut')).body
  expect(events).toMatchObject([{ detail: { sequence: at(3), events: at(3) }, seal: at(7) }])
  expect(await run(world)).toEqual({})
  expect((await verifyAudit(world.connection, new Map())).whole).toBe(true)
})

test('a trail that was tampered with where it would be shortened stays as it is, and the run says so', async () => {
  const { world, at } = await oldTrail()
  await run(world)
  await sealTheRest(world)
  await world.admin.put('/retention', { leavers_ratings: 90, rating_history: 730, audit: 30, reads: 400 }, { 'if-match': '"1"' })
  await sealTheRest(world)
  await asOwner(world, (sql) => sql`update audit_events set at = now() - interval '31 days' where subject like 'team:%'`)
  // Dated back after it was sealed, the trail is broken, and what would show it stays.
  expect(await run(world)).toEqual({})
  const [ran] = (await world.admin.get('/audit?action=retention.ran')).body.events
  expect(ran.detail.kept).toBe('The audit trail is broken, so nothing of it was removed.')
  expect(await seals(world)).toEqual([4, 5, 6, 7, 8, 9].map(at))
})

test('a trail that was shortened goes on, and is shortened again when its next events are old enough', async () => {
  const world = await startedWorld()
  const base = await begun(world)
  for (const [at, name] of ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].entries()) {
    await world.team(name)
    const daysAgo = at < 3 ? 401 : 395
    await asOwner(
      world,
      (sql) => sql`update audit_events set at = now() - ${daysAgo} * interval '1 day' where at > now() - interval '1 hour'`,
    )
  }
  await world.team('Seven')
  await sealTheRest(world)
  expect(await run(world)).toEqual({ audit: base + 3 })
  await world.admin.put('/retention', { leavers_ratings: 90, rating_history: 730, audit: 390, reads: 400 }, { 'if-match': '"1"' })
  await sealTheRest(world)
  expect(await run(world)).toEqual({ audit: 3 })
  await sealTheRest(world)
  expect((await seals(world))[0]).toBe(base + 7)
  expect(await verified(world)).toMatchObject({ flaws: [], pending: 0 })
  expect((await world.admin.get('/audit?action=retention.audit_cut')).body.events).toMatchObject([
    { detail: { sequence: base + 6 } },
    { detail: { sequence: base + 3 } },
  ])
})

test('one younger event among old ones holds back all that came after it, and the newest seal always stays', async () => {
  const world = await startedWorld()
  const base = await begun(world)
  for (const name of ['One', 'Two', 'Three', 'Four']) await world.team(name)
  await asOwner(world, (sql) => sql`update audit_events set at = now() - interval '401 days'`)
  await asOwner(
    world,
    (sql) => sql`update audit_events set at = now() where subject = (select 'team:' || id from teams where name = 'Three')`,
  )
  await sealTheRest(world)
  expect(await run(world)).toEqual({ audit: base + 2 })
  expect(await seals(world)).toEqual([base + 3, base + 4])
  const young = await startedWorld()
  await asOwner(young, (sql) => sql`update audit_events set at = now() - interval '401 days'`)
  await sealTheRest(young)
  const all = await begun(young)
  expect(await run(young)).toEqual(all === 1 ? {} : { audit: all - 1 })
  expect(await seals(young)).toEqual([all])
})

test('a beginning that was moved on, moved back or forgotten is found, and so is a cut without an event that says so', async () => {
  const tamper: readonly (readonly [string, (world: World) => Promise<unknown>, string])[] = [
    ['moves it on', (world) => asOwner(world, (sql) => sql`update audit_starts set sequence = sequence + 1`), 'no event says'],
    ['moves it back', (world) => asOwner(world, (sql) => sql`update audit_starts set sequence = sequence - 1`), 'are gone'],
    ['edits its hash', (world) => asOwner(world, (sql) => sql`update audit_starts set hash = sha256(hash)`), 'does not follow'],
    ['forgets it', (world) => asOwner(world, (sql) => sql`delete from audit_starts`), 'the seals before it from 1 on are gone'],
    [
      'cuts further',
      (world) =>
        asOwner(world, async (sql) => {
          await sql`update audit_starts b set sequence = s.sequence, hash = s.hash from audit_seals s where s.sequence = b.sequence + 2`
          await sql`delete from audit_events where id in (select s.event_id from audit_seals s, audit_starts b where s.sequence <= b.sequence)`
          await sql`delete from audit_seals s using audit_starts b where s.sequence <= b.sequence`
        }),
      'no event says that it was shortened to there',
    ],
  ]
  for (const [name, run2, words] of tamper) {
    const { world } = await oldTrail()
    await run(world)
    await sealTheRest(world)
    await run2(world)
    expect((await verified(world)).flaws.join('\n'), name).toContain(words)
  }
})
