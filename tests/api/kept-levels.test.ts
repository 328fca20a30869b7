import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { personLevels } from '@plumbline/server/db/schema.ts'
import { checkLevels } from '@plumbline/server/check-levels.ts'
import { startedWorld } from '../support/world.ts'

test('an unrated skill between rated ones is null when it is read back, not 0 and not a word', async () => {
  const { admin, database, organisationId } = await startedWorld()
  const personId = (await admin.get('/me')).body.person.id
  const kept = { current: [3, null, 0], self: [null, null, 5], lead: [], agreed: [null], ratedOn: ['2026-06-01', null, '2026-06-02'] }
  const read = await database.withTx({ orgId: organisationId }, {}, async (tx) => {
    await tx.insert(personLevels).values({ personId, ...kept })
    return tx.select().from(personLevels).where(eq(personLevels.personId, personId))
  })
  expect(read).toEqual([{ orgId: organisationId, personId, ...kept }])
})

test('the check names the person and the team whose kept numbers differ from history, and nothing else', async () => {
  const { admin, team, join, ownerSql, connection, organisationId } = await startedWorld()
  const teamId = await team('Platform')
  const mia = await join({ name: 'Mia', teamId, roleId: 'platform-engineer' })
  await mia.patch(`/people/${mia.id}/assessment/draft`, { answers: { git: { level: 4 }, idp: { level: 2 } } }, { 'if-match': '"0"' })
  await mia.post(`/people/${mia.id}/assessments`, { draftVersion: 1 })
  expect(await checkLevels(connection)).toEqual([])
  await ownerSql.begin(async (tx) => {
    await tx`select set_config('plumbline.org', ${organisationId}, true), set_config('plumbline.reach', 'organisation', true)`
    await tx`update person_levels set current[5] = 1 where person_id = ${mia.id}`
    await tx`update team_counts set met[5] = met[5] + 1 where team_id = ${teamId}`
  })
  expect(await checkLevels(connection)).toEqual([
    `organisation ${organisationId}: person ${mia.id}`,
    `organisation ${organisationId}: team ${teamId}`,
  ])
  expect((await admin.get('/teams')).status).toBe(200)
})
