import { expect, test, vi } from 'vitest'
import { can } from '@plumbline/shared/access/can.ts'
import { features } from '@plumbline/server/features.ts'
import { pathOf } from '@plumbline/shared/http/route.ts'
import { publishWith, startDraft } from '../support/draft.ts'
import { startedWorld } from '../support/world.ts'
import type { Caller, World } from '../support/world.ts'

const missing = '01980000-0000-7000-8000-000000000000'

/** A body that each route takes, with an id of the other organisation wherever it takes one. */
const bodies: Record<string, (id: Ids) => unknown> = {
  'patch /organisation': () => ({ name: 'Renamed' }),
  'put /organisation/practice-areas': () => ({ areas: [] }),
  'post /teams': ({ teamId }) => ({ name: 'Below', parentId: teamId }),
  'patch /teams/{teamId}': () => ({ name: 'Renamed' }),
  'post /people': ({ teamId }) => ({ name: 'Pia', email: 'pia@example.net', teamId }),
  'patch /people/{personId}': () => ({ name: 'Renamed' }),
  'post /people/{personId}/invitation': () => undefined,
  'post /people/{personId}/password-reset': () => undefined,
  'post /me/email': () => ({ email: 'another@example.net', password: 'not the right one' }),
  'put /sessions/current/purpose': () => ({ purpose: 'hiring' }),
  'put /me/password': () => ({ oldPassword: 'not the right one', password: 'another long password' }),
  'put /me/proof': () => ({ password: 'not the right one' }),
  'post /me/proof/passkey-challenge': () => undefined,
  'post /me/authenticator-app': () => undefined,
  'put /me/authenticator-app': () => ({ code: '000000' }),
  'post /me/passkeys/challenge': () => undefined,
  'post /me/passkeys': () => ({ name: 'Key', response: {} }),
  'patch /me/passkeys/{passkeyId}': () => ({ name: 'Renamed' }),
  'post /me/recovery-codes': () => undefined,
  'put /people/{personId}/access': () => ({ role: 'viewer' }),
  'put /organisation/sign-in-rule': () => ({ rule: 'any' }),
  'post /imports/people/previews': () => ({ text: 'name,email,team,role\nA,a@example.net,T,DevOps Engineer' }),
  'post /imports/people': () => ({ text: 'name,email,team,role\nA,a@example.net,T,No such role' }),
  'patch /people/{personId}/assessment/draft': () => ({ answers: { git: { level: 3 } } }),
  'post /people/{personId}/assessments': () => ({ draftVersion: 1 }),
  'put /people/{personId}/ratings/{skillId}': () => ({ level: 3 }),
  'put /people/{personId}/lead-ratings/{skillId}': () => ({ level: 3 }),
  'post /people/{personId}/lead-ratings/{skillId}/reply': () => ({ text: 'I see it in another way.' }),
  'post /people/{personId}/departure': () => ({}),
  'put /retention': () => ({ leavers_ratings: 90, rating_history: 730, audit: 400, reads: 400 }),
  'put /notice': () => ({ text: 'What is recorded.' }),
  'post /me/notice': () => ({ version: 1 }),
  'put /teams/{teamId}/practices/{practiceId}': () => ({ answer: 'all' }),
  'put /teams/{teamId}/demand': () => ({ demand: [] }),
  'post /hiring/reports': ({ teamId }) => ({ teams: [teamId] }),
  'post /framework/draft': ({ version }) => ({ from: version, name: 'Draft' }),
  'patch /framework/draft': () => ({ changes: [{ change: 'rename', name: 'Renamed' }] }),
  'put /framework/draft/file': () => ({ format: 'csv', text: 'skill,platform-engineer' }),
  'post /framework/draft/publication': () => undefined,
  'post /tokens': () => ({ name: 'Theirs', scopes: ['teams:read'], days: 1, purpose: 'staffing' }),
  'post /organisation/tokens': () => ({ name: 'Theirs', scopes: ['teams:read'], days: 1, purpose: 'staffing' }),
  // The only admin may not erase themselves, so that the others can still be asked.
  'post /me/erasure': () => ({ confirm: 'Otto Other' }),
  'post /audit/exports/csv': () => ({ search: 'team' }),
  'post /audit/exports/jsonl': () => ({ search: 'team' }),
}

interface Ids {
  teamId: string
  personId: string
  reportId: string
  tokenId: string
  /** Of the framework. */
  version: string
}

async function idsOf({ admin, team, join }: World): Promise<Ids> {
  const teamId = await team('Mia’s team')
  const { id: personId } = await join({ name: 'Mia Member', teamId, roleId: 'platform-engineer' })
  const report = await admin.post('/hiring/reports', { teams: [teamId] })
  expect(report.status, report.text).toBe(201)
  const token = await admin.post('/organisation/tokens', { name: 'Mia’s bot', scopes: ['teams:read'], days: 1, purpose: 'staffing' })
  expect(token.status, token.text).toBe(201)
  const version = await publishWith(admin, [{ change: 'rename', name: 'Mia’s framework' }])
  await startDraft(admin, version, 'Mia’s draft')
  return { teamId, personId, reportId: report.body.id, tokenId: token.body.token.id, version }
}

/** Routes that take an id in their query or body; the rest of those that take one have it in their path. */
const idsElsewhere = new Set([
  'get /people',
  'get /hiring/gaps',
  'post /teams',
  'post /people',
  'post /hiring/reports',
  'post /framework/draft',
])
const takesIds = (name: string) => idsElsewhere.has(name) || /\{(teamId|personId|reportId|tokenId|version)\}/.test(name)

const memberRoutes = features.flatMap(({ routes }) => routes).filter(({ access }) => access === 'member')

async function callAll(caller: Caller, ids: Ids): Promise<Map<string, { status: number; text: string }>> {
  const answers = new Map<string, { status: number; text: string }>()
  for (const { route } of memberRoutes) {
    const name = `${route.method} ${route.path}`
    const path = pathOf(route, {
      ...ids,
      skillId: 'git',
      practiceId: 'idp-01',
      sessionId: missing,
      passkeyId: missing,
      linkId: missing,
    }).replace('/api/v1', '')
    const query = name === 'get /hiring/gaps' ? `?team=${ids.teamId}` : name === 'get /people' ? `?team=${ids.teamId}` : ''
    const headers = { 'content-type': 'application/json', 'if-match': '"1"' }
    const unsafe = route.method !== 'get'
    if (unsafe && route.method !== 'delete' && !(name in bodies)) throw new Error(`say which body ${name} takes`)
    const body = bodies[name]?.(ids)
    const answer = await caller.raw(path + query, {
      method: route.method.toUpperCase(),
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    answers.set(name, { status: answer.status, text: answer.text })
  }
  return answers
}

/** All rows of the organisation, table by table, as its owner reads them. */
async function rowsOf({ ownerSql }: World, organisationId: string): Promise<string> {
  const tables = await ownerSql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' where c.relkind = 'r' order by 1`
  return ownerSql.begin(async (tx) => {
    await tx`select set_config('plumbline.org', ${organisationId}, true), set_config('plumbline.reach', 'organisation', true)`
    const all: unknown[] = []
    for (const { name } of tables) all.push([name, await tx`select * from ${tx(name)} as t order by t::text`])
    return JSON.stringify(all)
  }) as Promise<string>
}

test('an id of another organisation answers exactly like one that does not exist, on every route', async () => {
  const world = await startedWorld()
  const ids = await idsOf(world)
  const other = await world.otherOrganisation()
  const before = await rowsOf(world, world.organisationId)
  const theirs = await callAll(other, ids)
  const none = await callAll(other, { teamId: missing, personId: missing, reportId: missing, tokenId: missing, version: '2031.7' })
  const asked = [...theirs].filter(([name]) => takesIds(name))
  expect(asked.length).toBeGreaterThan(20)
  expect(Object.fromEntries(asked)).toEqual(Object.fromEntries([...none].filter(([name]) => takesIds(name))))
  for (const [name, { status }] of asked.filter(([name]) => name.includes('{'))) expect([name, status]).toEqual([name, 404])
  expect(await rowsOf(world, world.organisationId)).toBe(before)
})

test('with every policy function switched off nothing of another organisation comes across', async () => {
  for (const rule of Object.values(can)) vi.spyOn(rule, 'allows').mockReturnValue(true)
  const world = await startedWorld()
  const ids = await idsOf(world)
  const other = await world.otherOrganisation()
  const before = await rowsOf(world, world.organisationId)
  const answers = await callAll(other, ids)
  const leaking = [...answers].filter(([, { text }]) => text.includes('Mia')).map(([name]) => name)
  expect(leaking).toEqual([])
  expect(await rowsOf(world, world.organisationId)).toBe(before)
  vi.restoreAllMocks()
})

test('the database alone shows and takes nothing across organisations, whatever a query asks for', async () => {
  const world = await startedWorld()
  await idsOf(world)
  await world.otherOrganisation()
  const other = (await world.ownerSql.begin(async (tx) => {
    await tx`set local role plumbline_operator`
    return tx<{ id: string }[]>`select id from organisations where id <> ${world.organisationId}`
  })) as { id: string }[]
  const orgId = other[0]?.id ?? ''
  const tables = await world.ownerSql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' where c.relkind = 'r' order by 1`
  expect(tables.length).toBeGreaterThan(12)
  const seen = await world.database.withTx({ orgId }, { readOnly: true }, async (tx) => {
    const counts: Record<string, unknown> = {}
    for (const { name } of tables) {
      const {
        rows: [row],
      } = await tx.execute<{ rows: string }>(`select count(*)::text as rows from ${name} where org_id = '${world.organisationId}'`)
      counts[name] = row?.rows
    }
    return counts
  })
  expect(seen).toEqual(Object.fromEntries(tables.map(({ name }) => [name, '0'])))
  const write = world.database.withTx({ orgId }, {}, (tx) =>
    tx.execute(`insert into teams (org_id, id, name) values ('${world.organisationId}', '${missing}', 'Intruder')`),
  )
  await expect(write).rejects.toThrow('database error 42501')
  const nowhere = await world.database.withTx({}, { readOnly: true }, (tx) =>
    tx.execute<{ rows: string }>(`select count(*)::text as rows from people`),
  )
  expect(nowhere.rows[0]?.rows).toBe('0')
})
