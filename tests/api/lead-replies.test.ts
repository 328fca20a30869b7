import { expect, test } from 'vitest'
import { asOwner } from '../support/retained.ts'
import { startedWorld } from '../support/world.ts'

const stranger = '01890000-0000-7000-8000-000000000000'

/** Lena leads Mia; Omar is in the same team. */
async function ratedTeam() {
  const world = await startedWorld()
  const teamId = await world.team('Platform')
  const lena = await world.join({ name: 'Lena Lead' })
  const mia = await world.join({ name: 'Mia Member', teamId, roleId: 'platform-engineer', seniority: 'mid' })
  const omar = await world.join({ name: 'Omar Other', teamId })
  await world.admin.patch(`/teams/${teamId}`, { leads: [{ id: lena.id }] }, { 'if-match': '"1"' })
  await mia.put(`/people/${mia.id}/ratings/kubernetes`, { level: 4, interest: null, note: 'my own words' })
  await lena.put(`/people/${mia.id}/lead-ratings/kubernetes`, { level: 2, note: 'Needs help with upgrades.' })
  const reply = (text: string) => mia.post(`/people/${mia.id}/lead-ratings/kubernetes/reply`, { text })
  const leadRatings = async (caller: typeof mia) => (await caller.get(`/people/${mia.id}/lead-ratings`)).body.skills
  const cell = async (caller: typeof mia | typeof world.admin) => (await caller.get(`/people/${mia.id}/skills/kubernetes`)).body.ratings
  return { world, teamId, lena, mia, omar, reply, leadRatings, cell }
}

test('a person sees what leads rated of them, every note and earlier rating too, beside their own level', async () => {
  const { lena, mia, leadRatings } = await ratedTeam()
  await lena.put(`/people/${mia.id}/lead-ratings/kubernetes`, { level: 3, note: 'Did the last one alone.' })
  expect(await leadRatings(mia)).toMatchObject([
    {
      skillId: 'kubernetes',
      name: 'Kubernetes and container orchestration',
      self: 4,
      ratings: [
        { level: 3, note: 'Did the last one alone.', by: 'Lena Lead', reply: null },
        { level: 2, note: 'Needs help with upgrades.', by: 'Lena Lead', reply: null },
      ],
    },
  ])
})

test('what the person says to it stands beside the rating, for all who see the rating; both stand', async () => {
  const { world, lena, mia, reply, leadRatings, cell } = await ratedTeam()
  const said = await reply('I led the last three upgrades.')
  expect(said.status).toBe(201)
  for (const caller of [lena, mia, world.admin]) {
    const ratings = await cell(caller)
    expect(ratings.find(({ kind }: { kind: string }) => kind === 'lead')).toMatchObject({
      level: 2,
      note: 'Needs help with upgrades.',
      reply: { text: 'I led the last three upgrades.', at: said.body.at },
    })
    expect(ratings.find(({ kind }: { kind: string }) => kind === 'self')).toMatchObject({ level: 4, reply: null })
  }
  expect((await leadRatings(lena))[0].ratings[0].reply.text).toBe('I led the last three upgrades.')
})

test('a second reply is shown instead of the first, which stays; a newer rating begins without one', async () => {
  const { world, lena, mia, reply, leadRatings } = await ratedTeam()
  await reply('First thought.')
  await reply('Second thought.')
  expect((await leadRatings(mia))[0].ratings[0].reply.text).toBe('Second thought.')
  expect(await asOwner(world, (sql) => sql`select text from rating_replies order by at`)).toHaveLength(2)
  await lena.put(`/people/${mia.id}/lead-ratings/kubernetes`, { level: 4, note: '' })
  const [{ ratings }] = await leadRatings(mia)
  expect(ratings.map(({ reply: shown }: { reply: { text: string } | null }) => shown?.text ?? null)).toEqual([null, 'Second thought.'])
})

test('nobody replies for somebody else, not even an admin or the lead, and others of the team see nothing of it', async () => {
  const { world, lena, mia, omar } = await ratedTeam()
  const path = `/people/${mia.id}/lead-ratings/kubernetes/reply`
  for (const caller of [lena, world.admin]) expect((await caller.post(path, { text: 'x' })).status).toBe(403)
  expect((await omar.post(path, { text: 'x' })).status).toBe(404)
  expect((await omar.get(`/people/${mia.id}/lead-ratings`)).status).toBe(404)
  expect((await world.nobody.post(path, { text: 'x' })).status).toBe(401)
  expect(await asOwner(world, (sql) => sql`select 1 from rating_replies`)).toHaveLength(0)
})

test('a reply to a skill that no lead rated, or to nothing that is known, is not found', async () => {
  const { mia } = await ratedTeam()
  for (const skillId of ['python', 'no-such-skill'])
    expect((await mia.post(`/people/${mia.id}/lead-ratings/${skillId}/reply`, { text: 'x' })).status).toBe(404)
})

test('a person of another organisation is like one who is not there', async () => {
  const { world, mia } = await ratedTeam()
  const other = await world.otherOrganisation()
  const tries = async (id: string) => [
    await other.get(`/people/${id}/lead-ratings`),
    await other.post(`/people/${id}/lead-ratings/kubernetes/reply`, { text: 'x' }),
  ]
  const [foreign, missing] = [await tries(mia.id), await tries(stranger)]
  expect(foreign.map(({ status }) => status)).toEqual([404, 404])
  expect(foreign.map(({ body }) => body.detail)).toEqual(missing.map(({ body }) => body.detail))
})

test('an empty, endless or invisible reply is refused at its field and nothing is kept', async () => {
  const { world, reply } = await ratedTeam()
  for (const text of ['', '   ', 'x'.repeat(2001), 'a\u0000b']) {
    const refused = await reply(text)
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/text'])
  }
  expect(await asOwner(world, (sql) => sql`select 1 from rating_replies`)).toHaveLength(0)
})

test('the trail says that someone replied, and not what', async () => {
  const { world, mia, reply } = await ratedTeam()
  await reply('Something between the two of us.')
  const answer = await world.admin.get('/audit?action=rating.replied')
  expect(answer.body.events).toMatchObject([{ person: { name: 'Mia Member' }, detail: { personId: mia.id, skillId: 'kubernetes' } }])
  expect(answer.text).not.toContain('between the two')
})

test('the database lets nobody write a reply in another’s name, or to a rating that is not a lead’s of them', async () => {
  const { world, lena, mia, omar } = await ratedTeam()
  const rows = await asOwner(world, (sql) => sql<{ id: string; kind: string }[]>`select id, kind from ratings`)
  const idOf = (kind: string) => rows.find((row) => row.kind === kind)?.id ?? ''
  const write = (as: string, person: string, rating: string) =>
    world.database.withTx({ orgId: world.organisationId, personId: as }, {}, (tx) =>
      tx.execute(`insert into rating_replies (id, rating_id, person_id, text) values (gen_random_uuid(), '${rating}', '${person}', 'x')`),
    )
  await expect(write(lena.id, mia.id, idOf('lead'))).rejects.toThrow('42501')
  await expect(write(omar.id, omar.id, idOf('lead'))).rejects.toThrow('42501')
  await expect(write(mia.id, mia.id, idOf('self'))).rejects.toThrow('42501')
  expect((await write(mia.id, mia.id, idOf('lead'))).rowCount).toBe(1)
})

test('a draft is in no answer to anybody else: not of a lead, an admin, another member, a list, a count or an export', async () => {
  const { world, teamId, lena, mia, omar } = await ratedTeam()
  await mia.patch(
    `/people/${mia.id}/assessment/draft`,
    { answers: { python: { level: 5, note: 'CANARY of my draft' }, docker: { level: 0, note: 'CANARY too' } } },
    { 'if-match': '"0"' },
  )
  expect((await mia.get(`/people/${mia.id}/assessment`)).text).toContain('CANARY')
  const paths = [
    '/me',
    '/people',
    '/teams',
    '/audit',
    '/retention',
    '/retention/preview',
    '/notice',
    '/organisation',
    '/organisation/overview',
    `/people/${mia.id}`,
    `/people/${mia.id}/assessment`,
    `/people/${mia.id}/skills/python`,
    `/people/${mia.id}/lead-ratings`,
    `/teams/${teamId}/heatmap`,
    `/teams/${teamId}/trend`,
    '/hiring/gaps',
    '/hiring/reports',
  ]
  for (const caller of [lena, omar, world.admin])
    for (const path of paths) expect((await caller.get(path)).text, path).not.toContain('CANARY')
  for (const path of ['/audit/exports/csv', '/audit/exports/jsonl']) expect((await world.admin.post(path, {})).text).not.toContain('CANARY')
  const { people, coverage } = (await lena.get(`/teams/${teamId}/heatmap`)).body
  const python = (await lena.get('/framework')).body.skills.findIndex(({ id }: { id: string }) => id === 'python')
  expect(people.find(({ id }: { id: string }) => id === mia.id).levels[python] ?? null).toBeNull()
  expect(coverage.levelSum[python] ?? 0).toBe(0)
})
