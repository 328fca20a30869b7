import type { can } from '@plumbline/shared/access/can.ts'
import { authenticator } from '../../support/authenticator.ts'
import type { ActorName, Relation, Table } from './tables.ts'
import { tables } from './tables.ts'

/** What a request is about: ids by the names of path parameters, and what else a body or query of it needs. */
export interface Target {
  readonly ids: Readonly<Record<string, string>>
}

export interface Row {
  readonly table: Table
  /** What a cell's relation is one of. */
  readonly of: 'nothing' | 'person' | 'team' | 'report' | 'version' | 'session' | 'token'
  /** The rules that decide, each of which has to turn the matrix red when it says the wrong thing. */
  readonly rules: readonly (keyof typeof can)[]
  readonly body?: (ids: Target['ids']) => unknown
  readonly query?: (ids: Target['ids']) => string
  readonly ifMatch?: number
  /** Ends or changes the session it is asked in, beyond what is undone: it gets one of its own. */
  readonly ownSession?: boolean
  /** The answer to who may, where it is not 200 or 201. */
  readonly ok?: number
  readonly but?: Partial<Record<ActorName, Partial<Record<Relation, number>>>>
}

type More = Omit<Row, 'table' | 'of' | 'rules'>

const about =
  (of: Row['of'], table: Table, ...rules: (keyof typeof can)[]) =>
  (more: More = {}): Row => ({ table, of, rules, ...more })

const everyone = about('nothing', tables.everyone)
const anybody = about('nothing', tables.anybody)
const admins = about('nothing', tables.admins, 'manageOrganisation')
const framework = about('nothing', tables.admins, 'changeFramework')
const audit = about('nothing', tables.admins, 'viewAudit')
const directory = about('person', tables.directory)
const changedPerson = about('person', tables.adminOfPeople, 'manageOrganisation')
const ownEntry = about('person', tables.ownEntry, 'viewOwn')
const ratings = about('person', tables.ratings, 'viewRatings')
const ownRatings = about('person', tables.ownRatings, 'viewRatings', 'rateSelf')
const leadRatings = about('person', tables.leadRatings, 'viewRatings', 'rateAsLead')
const replies = about('person', tables.ownRatings, 'viewRatings', 'replyToRating')
const teams = about('team', tables.teams)
const changedTeam = about('team', tables.adminOfTeams, 'manageOrganisation')
const heatmap = about('team', tables.ledTeams, 'viewHeatmap')
const hiring = about('team', tables.ledTeams, 'planHiring')
const answered = about('team', tables.answeredTeams, 'answerPractices')
const report = about('report', tables.reports, 'planHiring')
const version = about('version', tables.versions)
const ownToken = about('token', tables.ownSession)
const anyToken = about('token', tables.adminOfTokens, 'manageTokens')
const organisationTokens = about('nothing', tables.admins, 'manageTokens')
const session = about('session', tables.ownSession)

const file = 'name,email,team,role\nNia New,nia@example.net,Here,DevOps Engineer'
const noToken = 'x'.repeat(43)
const newToken = () => ({ name: 'Nightly', scopes: ['teams:read'], days: 1, purpose: 'staffing' })
/** A passkey that nobody registered. */
const stranger = authenticator()

/** What each route answers to whom. A route without a row fails the run. */
export const rows: Readonly<Record<string, Row>> = {
  'GET /setup': anybody(),
  'POST /setup/organisation': anybody({
    body: () => ({ token: noToken, organisation: 'O', name: 'N', email: 'n@example.net', password: 'a long enough password' }),
    ok: 409,
  }),
  'POST /demo': anybody({ body: () => ({ token: noToken }), ok: 403 }),
  'POST /demo/visits': anybody({ body: () => ({ as: 'lead' }), ok: 404 }),
  'DELETE /demo': anybody({ ok: 404 }),

  'POST /sessions': anybody({ body: () => ({ email: `${crypto.randomUUID()}@example.net`, password: 'not a password' }), ok: 401 }),
  'DELETE /sessions/current': anybody({ ownSession: true }),
  'GET /sessions': everyone(),
  'DELETE /sessions': everyone(),
  'PUT /sessions/current/purpose': everyone({ body: () => ({ purpose: 'hiring' }) }),
  'DELETE /sessions/{sessionId}': session(),
  'PUT /me/password': everyone({ body: () => ({ oldPassword: 'a long test password', password: 'another long password' }) }),

  'POST /sessions/second-factor': anybody({ body: () => ({ with: 'totp', code: '000000' }), ok: 401 }),
  'POST /sessions/passkey-challenge': anybody({ body: () => ({}) }),
  'POST /sessions/passkey': anybody({ body: () => ({ response: stranger.get({ challenge: noToken }) }), ok: 401 }),
  'GET /me/second-factor': everyone(),
  'PUT /me/proof': everyone({ body: () => ({ password: 'a long test password' }) }),
  'POST /me/proof/passkey-challenge': everyone({ ok: 409 }),
  'POST /me/authenticator-app': everyone({ ownSession: true }),
  'PUT /me/authenticator-app': everyone({ body: () => ({ code: '000000' }), ok: 409 }),
  'DELETE /me/authenticator-app': everyone({ ownSession: true, ok: 409 }),
  'POST /me/passkeys/challenge': everyone({ ownSession: true }),
  'POST /me/passkeys': everyone({
    body: () => ({ name: 'Key', response: stranger.create({ challenge: noToken, user: { id: 'x' } }) }),
    ok: 400,
  }),
  'PATCH /me/passkeys/{passkeyId}': everyone({ body: () => ({ name: 'Renamed' }), ok: 404 }),
  'DELETE /me/passkeys/{passkeyId}': everyone({ ok: 404 }),
  'POST /me/recovery-codes': everyone({ ownSession: true, ok: 409 }),
  'DELETE /people/{personId}/second-factor': changedPerson({ ok: 409 }),

  'POST /people/{personId}/invitation': changedPerson({ but: { admin: { self: 409, own: 409 }, otherAdmin: { self: 409 } } }),
  'POST /people/{personId}/password-reset': changedPerson({
    but: { admin: { self: 409, below: 409, sibling: 409 }, otherAdmin: { self: 409 } },
  }),
  'GET /invitations/{secret}': anybody({ ok: 404 }),
  'POST /invitations/{secret}': anybody({ body: () => ({ password: 'a long enough password' }), ok: 404 }),

  'GET /providers': anybody(),
  'POST /providers/{providerId}/sign-in': anybody({ body: () => ({}), ok: 404 }),
  'GET /me/providers': everyone(),
  'DELETE /me/providers/{linkId}': everyone({ ok: 404 }),
  'POST /password-resets': anybody({ body: () => ({ email: 'mia.own@example.org' }), ok: 409 }),
  'GET /password-resets/{secret}': anybody({ ok: 404 }),
  'POST /password-resets/{secret}': anybody({ body: () => ({ password: 'a long enough password' }), ok: 404 }),
  'GET /me/email': everyone(),
  'POST /me/email': everyone({ body: () => ({ email: 'another@example.net', password: 'a long test password' }) }),
  'POST /email-confirmations/{secret}': anybody({ ok: 404 }),

  'GET /me': everyone(),
  'GET /organisation': everyone(),
  'PATCH /organisation': admins({ body: () => ({ name: 'Renamed' }), ifMatch: 1 }),
  'GET /organisation/sign-in-rule': admins(),
  'PUT /organisation/sign-in-rule': admins({ body: () => ({ rule: 'any' }), ifMatch: 1 }),
  'PUT /organisation/practice-areas': admins({ body: () => ({ areas: [] }), ifMatch: 1 }),

  'GET /framework': everyone(),
  'GET /frameworks': everyone(),
  'GET /frameworks/{version}': version(),
  'GET /frameworks/{version}/pack.yaml': version(),
  'GET /frameworks/{version}/matrix.csv': version(),
  'POST /framework/draft': framework({ body: () => ({ from: '2026.1', name: 'Draft' }), ok: 409 }),
  'GET /framework/draft': framework(),
  'PATCH /framework/draft': framework({ body: () => ({ changes: [{ change: 'rename', name: 'Renamed' }] }), ifMatch: 1 }),
  'PUT /framework/draft/file': framework({ body: () => ({ format: 'csv', text: 'skill' }), ifMatch: 1 }),
  'DELETE /framework/draft': framework({ ifMatch: 1 }),
  'GET /framework/draft/effect': framework(),
  'POST /framework/draft/publication': framework({ ifMatch: 1 }),

  'GET /teams': everyone(),
  'POST /teams': admins({ body: () => ({ name: 'Another' }) }),
  'PATCH /teams/{teamId}': changedTeam({ body: () => ({ name: 'Renamed' }), ifMatch: 1 }),
  'DELETE /teams/{teamId}': changedTeam({ ifMatch: 1, ok: 409 }),

  'GET /people': everyone(),
  'GET /people/{personId}': directory(),
  'POST /people': admins({ body: () => ({ name: 'Nia New', email: 'nia@example.net' }) }),
  'PATCH /people/{personId}': changedPerson({ body: () => ({ name: 'Renamed' }), ifMatch: 1 }),
  'PUT /people/{personId}/access': changedPerson({
    body: () => ({ role: 'viewer' }),
    ifMatch: 1,
    but: { admin: { self: 409, below: 409, sibling: 409 }, otherAdmin: { self: 409 } },
  }),
  'DELETE /people/{personId}': changedPerson({ ifMatch: 1, but: { admin: { self: 409 }, otherAdmin: { self: 409 } } }),
  'POST /people/{personId}/departure': changedPerson({
    body: () => ({}),
    ifMatch: 1,
    but: { admin: { self: 409 }, otherAdmin: { self: 409 } },
  }),
  'DELETE /people/{personId}/departure': changedPerson({ ifMatch: 1, ok: 409 }),
  'POST /imports/people/previews': admins({ body: () => ({ text: file }), ok: 200 }),
  'POST /imports/people': admins({ body: () => ({ text: file }) }),

  'GET /people/{personId}/assessment': ownEntry(),
  'GET /people/{personId}/reads': ownEntry(),
  'PATCH /people/{personId}/assessment/draft': ownEntry({ body: () => ({ answers: { git: { level: 3 } } }), ifMatch: 1 }),
  'POST /people/{personId}/assessments': ownEntry({ body: () => ({ draftVersion: 1 }) }),
  'PUT /people/{personId}/ratings/{skillId}': ownRatings({ body: () => ({ level: 3 }) }),
  'PUT /people/{personId}/lead-ratings/{skillId}': leadRatings({ body: () => ({ level: 3 }) }),

  'GET /people/{personId}/lead-ratings': ratings(),
  // Nobody who has an account here was rated by a lead: what would be answered is not there.
  'POST /people/{personId}/lead-ratings/{skillId}/reply': replies({ body: () => ({ text: 'I see it in another way.' }), ok: 404 }),

  'GET /teams/{teamId}/heatmap': heatmap(),
  'GET /teams/{teamId}/trend': heatmap(),
  'GET /people/{personId}/skills/{skillId}': ratings(),
  'GET /organisation/aggregates': everyone(),
  'GET /organisation/overview': about('nothing', tables.leadsAndAdmins, 'viewOrganisation')(),

  'GET /teams/{teamId}/practices': teams(),
  'PUT /teams/{teamId}/practices/{practiceId}': answered({ body: () => ({ answer: 'all' }), ifMatch: 0 }),

  'GET /hiring/gaps': hiring({ query: ({ teamId }) => `?team=${teamId}` }),
  'GET /teams/{teamId}/demand': hiring(),
  'PUT /teams/{teamId}/demand': hiring({ body: () => ({ demand: [] }) }),
  'POST /hiring/reports': hiring({ body: ({ teamId }) => ({ teams: [teamId] }) }),
  'GET /hiring/reports': everyone(),
  'GET /hiring/reports/{reportId}': report(),
  'GET /hiring/reports/{reportId}/csv': report(),

  'GET /tokens': everyone(),
  'POST /tokens': everyone({ body: newToken }),
  'DELETE /tokens/{tokenId}': ownToken(),
  'GET /organisation/tokens': organisationTokens(),
  'POST /organisation/tokens': organisationTokens({ body: newToken }),
  'DELETE /organisation/tokens/{tokenId}': anyToken(),
  'GET /organisation/personal-tokens': organisationTokens(),
  'GET /retention': everyone(),
  'PUT /retention': admins({ body: () => ({ leavers_ratings: 90, rating_history: 730, audit: 400, reads: 400 }), ifMatch: 1 }),
  'GET /retention/preview': admins(),
  'GET /notice': everyone(),
  'PUT /notice': admins({ body: () => ({ text: 'What is recorded.' }), ifMatch: 1 }),
  'POST /me/notice': everyone({ body: () => ({ version: 1 }) }),

  'GET /audit': audit(),
  'POST /audit/exports/csv': audit({ body: () => ({}) }),
  'POST /audit/exports/jsonl': audit({ body: () => ({}) }),

  'GET /me/held': everyone(),
  'GET /me/held.json': everyone(),
  'GET /me/held.csv': everyone(),
  // Refused alike for a name that is not one's own; each is the only admin of their organisation.
  'POST /me/erasure': everyone({
    body: () => ({ confirm: 'Nobody at all' }),
    ok: 400,
    but: { admin: { all: 409 }, otherAdmin: { all: 409 } },
  }),
  'GET /erasures/{erasureId}': anybody({ ok: 404 }),
}
