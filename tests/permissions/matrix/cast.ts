import { startedWorld } from '../../support/world.ts'
import type { Caller } from '../../support/world.ts'
import { undoing } from '../../support/undone.ts'
import { publishWith, startDraft } from '../../support/draft.ts'
import type { Row } from './rows.ts'
import type { ActorName, Relation } from './tables.ts'

const missing = '01980000-0000-7000-8000-000000000000'

/** Passwords that cost nothing: what is measured here is who may, not how they are kept. */
const passwords = {
  hash: (password: string) => Promise.resolve(`plain:${password}`),
  verify: ({ hash, password }: { hash: string; password: string }) => Promise.resolve(hash === `plain:${password}`),
}

/** Marks each person's ratings with their name, so that one can be told wherever it turns up. */
const noteOf = (name: string) => `NOTE-${name}`

type Ids = Partial<Record<Relation, string>>

/** One organisation with a team above, one's own, one below and one beside it, another organisation, and everyone who asks. */
export async function castOf() {
  const { state, through } = undoing()
  const world = await startedWorld('Acme', { passwords, through })
  const { admin, ownerSql, join, team, auth } = world
  const above = await team('Above')
  const own = await team('Own', above)
  const below = await team('Below', own)
  const sibling = await team('Sibling', above)
  const role = { roleId: 'platform-engineer' }
  const people = {
    own: await join({ name: 'Mia Own', teamId: own, ...role }),
    below: { id: (await admin.post('/people', { name: 'Ben Below', email: 'ben@example.net', teamId: below, ...role })).body.id as string },
    sibling: {
      id: (await admin.post('/people', { name: 'Sia Sibling', email: 'sia@example.net', teamId: sibling, ...role })).body.id as string,
    },
  }
  const member = await join({ name: 'Max Member', teamId: own, ...role })
  const viewer = await join({ name: 'Vic Viewer', teamId: own, ...role })
  const lead = await join({ name: 'Lea Lead', teamId: own, ...role })
  const formerLead = await join({ name: 'Fin Former', teamId: above, ...role })
  const otherLead = await join({ name: 'Ole Other', teamId: sibling, ...role })
  const otherAdmin = await world.otherOrganisation()
  const orgOf = async (caller: Caller) => (await caller.get('/me')).body
  const otherOrg = await orgOf(otherAdmin)
  const otherTeam = (await otherAdmin.post('/teams', { name: 'Elsewhere' })).body.id as string
  const otherPerson = (await otherAdmin.post('/people', { name: 'Odd Elsewhere', email: 'odd@example.net', teamId: otherTeam })).body
    .id as string
  const reportOf = async (caller: Caller, teamId: string) => (await caller.post('/hiring/reports', { teams: [teamId] })).body.id as string
  const reports = { own: await reportOf(admin, own), sibling: await reportOf(admin, sibling), other: await reportOf(otherAdmin, otherTeam) }
  await ownerSql.begin(async (sql) => {
    await sql`select set_config('plumbline.org', ${world.organisationId}, true), set_config('plumbline.reach', 'organisation', true)`
    await sql`insert into leads (org_id, team_id, person_id) values (${world.organisationId}, ${own}, ${lead.id}), (${world.organisationId}, ${sibling}, ${otherLead.id})`
    await sql`insert into leads (org_id, team_id, person_id, until_day)
      values (${world.organisationId}, ${own}, ${formerLead.id}, (now() at time zone 'UTC')::date - 1)`
    await sql`update memberships set role = 'viewer' where person_id = ${viewer.id}`
  })
  const selves: Record<ActorName, { caller: Caller; id: string }> = {
    nobody: { caller: world.nobody, id: missing },
    member: { caller: member, id: member.id },
    viewer: { caller: viewer, id: viewer.id },
    lead: { caller: lead, id: lead.id },
    formerLead: { caller: formerLead, id: formerLead.id },
    otherLead: { caller: otherLead, id: otherLead.id },
    admin: { caller: admin, id: (await orgOf(admin)).person.id },
    otherAdmin: { caller: otherAdmin, id: otherOrg.person.id },
  }
  // Everyone has rated themselves and begun a draft; those without an account were rated by their lead.
  for (const { caller, id } of [...Object.values(selves).slice(1), { caller: people.own, id: people.own.id }]) {
    const { name } = (await caller.get('/me')).body.person
    await caller.put(`/people/${id}/ratings/git`, { level: 3, note: noteOf(name) })
    await caller.patch(`/people/${id}/assessment/draft`, { answers: { git: { level: 2, note: `DRAFT-${name}` } } }, { 'if-match': '"0"' })
  }
  await lead.put(`/people/${people.below.id}/lead-ratings/git`, { level: 4, note: noteOf('Ben Below') })
  await otherLead.put(`/people/${people.sibling.id}/lead-ratings/git`, { level: 4, note: noteOf('Sia Sibling') })
  // The other organisation has a version by a name that this one has not.
  for (const caller of [admin, otherAdmin, otherAdmin]) await publishWith(caller, [{ change: 'rename', name: 'Own' }])
  for (const caller of [admin, otherAdmin]) await startDraft(caller, '2026.1', 'Draft')
  for (const orgId of [world.organisationId, otherOrg.organisation.id])
    await ownerSql.begin(async (sql) => {
      await sql`select set_config('plumbline.org', ${orgId}, true)`
      await sql`update organisations set version = 1`
    })
  const sessionOf = async (caller: Caller) => (await caller.get('/sessions')).body.sessions[0].id as string
  const sessions = new Map<ActorName, string>()
  for (const [name, { caller }] of Object.entries(selves)) if (name !== 'nobody') sessions.set(name as ActorName, await sessionOf(caller))
  const ownSession = await sessionOf(people.own)
  const newToken = { name: 'Nightly', scopes: ['teams:read'], days: 1, purpose: 'staffing' }
  const tokenOf = async (caller: Caller) => (await caller.post('/tokens', newToken)).body.token.id as string
  const tokens = new Map<ActorName, string>()
  for (const [name, { caller }] of Object.entries(selves)) if (name !== 'nobody') tokens.set(name as ActorName, await tokenOf(caller))
  const ownToken = await tokenOf(people.own)
  /** The same one in a session of its own. */
  const freshly = async (actor: ActorName): Promise<Caller> => {
    if (actor === 'nobody') return world.nobody
    const { accountId } = await orgOf(selves[actor].caller)
    const cookies = await auth.openSession(
      accountId,
      { headers: new Headers(), address: '', origin: 'http://localhost' },
      { method: 'password', secondFactor: false },
    )
    return world.caller(
      cookies
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    )
  }
  state.on = true

  /** The ids of what a cell is about, by the names of path parameters. */
  const idsOf = (row: Row, actor: ActorName, relation: Relation): Record<string, string> => {
    const rest = {
      skillId: 'git',
      practiceId: 'idp-01',
      secret: 'x'.repeat(43),
      erasureId: missing,
      passkeyId: missing,
      providerId: 'none',
      linkId: missing,
    }
    const pick = (ids: Ids) => ids[relation] ?? missing
    const others = actor === 'otherAdmin'
    if (row.of === 'person')
      return {
        ...rest,
        personId: pick({
          self: selves[actor].id,
          own: people.own.id,
          below: people.below.id,
          sibling: people.sibling.id,
          other: others ? people.own.id : otherPerson,
        }),
      }
    if (row.of === 'team') return { ...rest, teamId: pick({ own, below, sibling, above, other: others ? own : otherTeam }) }
    if (row.of === 'report') return { ...rest, reportId: pick({ ...reports, other: others ? reports.own : reports.other }) }
    if (row.of === 'version')
      return {
        ...rest,
        version: pick({ own: others ? '2026.1-3' : '2026.1-1', other: others ? '2026.1-3' : '2026.1-2', missing: '2031.7' }),
      }
    if (row.of === 'session')
      return {
        ...rest,
        sessionId: pick({
          self: sessions.get(actor) ?? missing,
          own: ownSession,
          other: sessions.get(others ? 'admin' : 'otherAdmin') ?? missing,
        }),
      }
    if (row.of === 'token')
      return {
        ...rest,
        tokenId: pick({
          self: tokens.get(actor) ?? missing,
          own: ownToken,
          other: tokens.get(others ? 'admin' : 'otherAdmin') ?? missing,
        }),
      }
    return rest
  }
  return { ...world, selves, people, idsOf, freshly, otherOrganisationId: otherOrg.organisation.id as string }
}
export type Cast = Awaited<ReturnType<typeof castOf>>
