import { features } from '@plumbline/server/features.ts'
import type { Route } from '@plumbline/shared/http/route.ts'
import type { Logger } from 'pino'
import type { TransactionSql } from 'postgres'
import { startedWorld } from './world.ts'
import type { Answer, Caller, World } from './world.ts'

/** `self` is the person whose fields are marked. */
export const seers = ['nobody', 'otherAdmin', 'viewer', 'member', 'self', 'lead', 'admin'] as const
export type Seer = (typeof seers)[number]

/** The marked value of a column, `table.column`. */
export const marker = (field: string): string => `CANARY-${field}-1`.toLowerCase()

export type CanaryWorld = Awaited<ReturnType<typeof canaryWorld>>

/** Works on the rows as they lie there, past row-level security, which holds the owner of the tables as well. */
export const beforeTheWall = <T>({ ownerSql }: Pick<World, 'ownerSql'>, run: (sql: TransactionSql) => Promise<T>) =>
  ownerSql.begin(async (sql) => {
    const forced = await sql<{ name: string }[]>`select relname as name from pg_class where relforcerowsecurity`
    for (const { name } of forced) await sql`alter table ${sql(name)} no force row level security`
    const result = await run(sql)
    for (const { name } of forced) await sql`alter table ${sql(name)} force row level security`
    return result
  })

/** An organisation in which every personal field of one person holds a value that nothing else does. */
export async function canaryWorld(log: Logger) {
  const world = await startedWorld('Acme', { log })
  const { admin, nobody, team, join } = world
  const otherAdmin = await world.otherOrganisation()
  const root = await team('Engineering')
  const teamId = await team('Platform', root)
  const added = await admin.post('/people', {
    name: marker('audit_events.detail'),
    email: `${marker('people.email')}@example.org`,
    teamId,
    roleId: 'platform-engineer',
  })
  const personId = added.body.id as string
  await admin.patch(`/people/${personId}`, { name: marker('people.name') }, { 'if-match': '"1"' })
  const invitation = await admin.post(`/people/${personId}/invitation`)
  const password = `${marker('password')} that only I know`
  const accepted = await nobody.post(`/invitations/${invitation.body.secret}`, { password })
  const self = world.caller(world.cookieOf(accepted))
  const [member, viewer, lead] = [
    await join({ name: 'Mo Member', teamId: await team('Sibling', root) }),
    await join({ name: 'Vera Viewer' }),
    await join({ name: 'Lena Lead' }),
  ]
  await beforeTheWall(world, (sql) => sql`update memberships set role = 'viewer' where person_id = ${viewer.id}`)
  const led = await admin.patch(`/teams/${root}`, { leads: [{ id: lead.id }] }, { 'if-match': '"1"' })

  const note = (field: string) => ({ level: 2, interest: 1, note: marker(field) })
  const draftOf = async (skill: string, field: string, version: number) =>
    self.patch(`/people/${personId}/assessment/draft`, { answers: { [skill]: note(field) } }, { 'if-match': `"${version}"` })
  await draftOf('kubernetes', 'ratings.note', 0)
  const submitted = await self.post(`/people/${personId}/assessments`, { draftVersion: 1 })
  const draft = await draftOf('git', 'drafts.answers', (await self.get(`/people/${personId}/assessment`)).body.draft.version)
  const rated = await lead.put(`/people/${personId}/lead-ratings/kubernetes`, { level: 1, note: marker('ratings.note') })
  const replied = await self.post(`/people/${personId}/lead-ratings/kubernetes/reply`, { text: marker('rating_replies.text') })
  const practice = {
    answer: 'some',
    note: marker('practice_answers.note'),
    evidence: `https://example.org/${marker('practice_answers.evidence')}`,
  }
  const answered = await self.put(`/teams/${teamId}/practices/idp-01`, practice, { 'if-match': '"0"' })
  const report = await lead.post('/hiring/reports', { teams: [teamId] })
  const steps = { added, led, accepted, submitted, draft, rated, replied, answered, report }
  const failed = Object.entries(steps).filter(([, { status }]) => status >= 300)
  if (failed.length > 0) throw new Error(failed.map(([step, { status, text }]) => `${step}: ${status} ${text}`).join('\n'))

  const ids = await beforeTheWall(world, async (sql) => {
    const [{ account_id: accountId } = { account_id: '' }] = await sql<{ account_id: string }[]>`
      select account_id from memberships where person_id = ${personId}`
    const mark = (table: string, columns: readonly string[], key: string) =>
      sql`update ${sql(table)} set ${sql(Object.fromEntries(columns.map((column) => [column, marker(`${table}.${column}`)])))}
        where ${sql(key)} = ${accountId}`
    await mark('accounts', ['name', 'email', 'image'], 'id')
    await mark('sessions', ['ip_address', 'user_agent'], 'account_id')
    await mark('credentials', ['access_token', 'refresh_token', 'id_token', 'scope'], 'account_id')
    await sql`insert into passkeys (id, account_id, credential_id, public_key, rp_id, counter, name)
      values (${crypto.randomUUID()}, ${accountId}, ${marker('passkeys.credential_id')}, ${'k'.repeat(100)}, 'plumbline.example', 0,
        ${marker('passkeys.name')})`
    await sql`insert into idempotency_keys (org_id, account_id, key, request_hash, status, body)
      values (${world.organisationId}, ${accountId}, ${marker('idempotency_keys.key')}, ${marker('idempotency_keys.request_hash')}, 201,
        ${sql.json({ said: marker('idempotency_keys.body') })})`
    await sql`insert into account_links (id, account_id, kind, token_hash, email, expires_at)
      values (${crypto.randomUUID()}, ${accountId}, 'email', ${'the hash of a link to confirm an address'}, ${marker('account_links.email')}, now() + interval '1 day')`
    await sql`insert into tokens (org_id, id, owner_id, made_by, name, token_hash, scopes, purpose, expires_at)
      values (${world.organisationId}, ${crypto.randomUUID()}, ${accountId}, ${accountId}, ${marker('tokens.name')},
        ${'f'.repeat(64)}, ${['teams:read']}, 'staffing', now() + interval '1 day')`
    const [{ id: sessionId } = { id: '' }] = await sql<{ id: string }[]>`select id from sessions where account_id = ${accountId}`
    return { accountId, sessionId }
  })

  const callers: Record<Seer, Caller> = { nobody, otherAdmin, viewer, member, self, lead, admin }
  return { ...world, callers, password, person: { personId, teamId, ...ids, reportId: report.body.id as string } }
}

/** Bodies that get past the check of their form; an empty one shows what a refusal says. */
const bodies: Record<string, (world: CanaryWorld) => unknown> = {
  'post /audit/exports/csv': () => ({}),
  'post /audit/exports/jsonl': () => ({}),
  'post /hiring/reports': ({ person }) => ({ teams: [person.teamId] }),
  'post /imports/people/previews': () => ({
    text: 'name,email,team,role\nNew,new@example.org,Platform,DevOps Engineer',
  }),
  'post /imports/people': () => ({ text: 'name,email,team,role\nNew,new@example.org,Platform,No such role' }),
  'post /people': () => ({ name: 'New', email: 'new@example.org' }),
  'post /sessions': ({ password }) => ({ email: 'nobody@example.org', password: `${password}, or nearly` }),
  'post /me/email': ({ password }) => ({ email: 'new@example.org', password: `${password}, or nearly` }),
  'post /password-resets': () => ({ email: 'nobody@example.org' }),
  'post /password-resets/{secret}': ({ password }) => ({ password }),
  'put /me/password': ({ password }) => ({ oldPassword: `${password}, or nearly`, password }),
  'post /setup/organisation': ({ password }) => ({
    token: 'no such token',
    organisation: 'X',
    name: 'X',
    email: 'x@example.org',
    password,
  }),
  'post /invitations/{secret}': ({ password }) => ({ password }),
  'patch /people/{personId}': () => ({ seniority: 'senior' }),
  'put /people/{personId}/ratings/{skillId}': () => ({ level: 3, interest: 1, note: 'changed' }),
  'put /people/{personId}/lead-ratings/{skillId}': () => ({ level: 3, note: 'changed' }),
  'post /people/{personId}/lead-ratings/{skillId}/reply': () => ({ text: 'changed' }),
  'put /retention': () => ({ leavers_ratings: 90, rating_history: 730, audit: 400, reads: 400 }),
  'put /notice': () => ({ text: 'changed' }),
  'post /me/notice': () => ({ version: 1 }),
  'put /teams/{teamId}/practices/{practiceId}': () => ({ answer: 'all' }),
  'put /teams/{teamId}/demand': () => ({ demand: [] }),
}

export const routeKey = (route: Route): string => `${route.method} ${route.path}`

const routes = features.flatMap((feature) => feature.routes.map(({ route }) => route))
/** What only asks comes first, what takes away comes last, so that as much as can be is still there to be told. */
const inOrder = [
  ...routes.filter(({ reads }) => reads),
  ...routes.filter(({ reads, method }) => !reads && method !== 'delete'),
  // Whoever signs out does so last of all.
  ...routes.filter(({ method }) => method === 'delete').toReversed(),
]

/** Asks every route as everyone, those who may least first, and gives each answer with its headers to `heard`. */
export async function askEverything(world: CanaryWorld, heard: (seer: Seer, route: Route, said: string, answer: Answer) => void) {
  const values: Record<string, string> = {
    ...world.person,
    skillId: 'kubernetes',
    practiceId: 'idp-01',
    version: '2026.1',
    secret: marker('link.secret'),
  }
  for (const route of inOrder)
    for (const seer of seers) {
      const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? world.person.personId)
      const query = 'search' in route.query.shape ? ['', '?search=canary'] : ['']
      for (const search of query) {
        const body = route.method === 'get' || route.method === 'delete' ? undefined : (bodies[routeKey(route)]?.(world) ?? {})
        const answer = await world.callers[seer].raw(path + search, {
          method: route.method.toUpperCase(),
          headers: { 'if-match': '"1"', ...(body !== undefined && { 'content-type': 'application/json' }) },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        })
        heard(seer, route, `${JSON.stringify([...answer.headers])}\n${answer.text}`.toLowerCase(), answer)
      }
    }
}
