import type { Seer } from '../support/canary-world.ts'

type Field =
  /** A marked value lies in it: in whose answers, and in the answers of which routes, it may be. */
  | { readonly by: readonly Seer[]; readonly routes: readonly string[]; readonly why: string }
  /** What lies in it is a secret or made from one: it is in nobody's answer. */
  | { readonly secret: string }
  /** No text of a person lies in it. */
  | { readonly plain: string }

const colleagues = ['viewer', 'member', 'self', 'lead', 'admin'] as const
const trail = ['get /audit', 'post /audit/exports/csv', 'post /audit/exports/jsonl']
const checklist = 'get /teams/{teamId}/practices'
const nowhere = (why: string): Field => ({ by: [], routes: [], why })
const listed = (of: string): Field => ({ plain: `one of the ${of}` })

/** Every text column of every table that points to a person or an account, and who may read what lies in it. */
export const canaryFields: Record<string, Field> = {
  'account_links.email': nowhere('An address that is to be confirmed is told to nobody before it is.'),
  'account_links.kind': listed('kinds of link'),
  'account_links.token_hash': { secret: 'the hash of a link’s secret' },
  'accounts.email': {
    by: ['self'],
    routes: ['get /me/email', 'post /me/authenticator-app', 'post /me/passkeys/challenge'],
    why: 'The address to sign in with is its owner’s, and an authenticator says whose it is; colleagues see the person’s.',
  },
  'accounts.image': nowhere('Pictures are not used.'),
  'accounts.name': {
    by: ['self'],
    routes: ['post /me/passkeys/challenge'],
    why: 'An authenticator says whose passkey it is; people are known by the name that their organisation gives them.',
  },
  'aggregate_members.category': listed('categories'),
  'aggregate_past.category': listed('categories'),
  'assessments.framework_version': listed('framework’s versions'),
  'assessments.kind': listed('kinds of assessment'),
  'audit_events.action': listed('actions'),
  'audit_events.detail': { by: ['admin'], routes: trail, why: 'A name before it was changed is in the trail, which admins read.' },
  'audit_events.means': listed('means: a session, a token’s id'),
  'audit_events.subject': { plain: 'a noun and an id' },
  'credentials.access_token': nowhere('Tokens of a provider stay in the server.'),
  'credentials.id_token': nowhere('Tokens of a provider stay in the server.'),
  'credentials.password': { secret: 'the hash of a password' },
  'credentials.provider_account_id': { plain: 'an id' },
  'credentials.provider_id': listed('ways to sign in'),
  'credentials.refresh_token': nowhere('Tokens of a provider stay in the server.'),
  'credentials.scope': nowhere('What a provider was asked for is of no use to anyone.'),
  'authenticator_apps.secret': { secret: 'the encrypted secret of an authenticator app' },
  'drafts.answers': { by: ['self'], routes: ['get /people/{personId}/assessment'], why: 'A draft is its author’s alone.' },
  'framework_drafts.carry': { plain: 'ids of skills and practices' },
  'framework_drafts.content': { plain: 'the framework' },
  'framework_drafts.origin': listed('framework’s versions'),
  'hiring_reports.content': { plain: 'teams, roles and skills; what a person is called is not in it' },
  'hiring_reports.framework_version': listed('framework’s versions'),
  'idempotency_keys.body': nowhere('A stored answer goes to who repeats the request with its key, and nobody does here.'),
  'idempotency_keys.key': nowhere('A key is compared, never told.'),
  'idempotency_keys.request_hash': nowhere('A hash is compared, never told.'),
  'invitations.kind': listed('kinds of link'),
  'invitations.token_hash': { secret: 'the hash of a link’s secret' },
  'memberships.role': listed('roles'),
  'organisation_frameworks.carry': { plain: 'ids of skills and practices' },
  'organisation_frameworks.content': { plain: 'the framework' },
  'organisation_frameworks.content_hash': { plain: 'a hash of the framework' },
  'organisation_frameworks.origin': listed('framework’s versions'),
  'organisation_frameworks.shipped': listed('framework’s versions'),
  'organisation_frameworks.version': listed('framework’s versions'),
  'passkeys.credential_id': {
    by: ['self'],
    routes: ['post /me/passkeys/challenge'],
    why: 'A browser is told which passkeys it need not make again.',
  },
  'passkeys.name': { by: ['self'], routes: ['get /me/second-factor'], why: 'People see their own passkeys.' },
  'passkeys.public_key': { secret: 'the public key of a passkey' },
  'passkeys.rp_id': { plain: 'the host name of this server' },
  'passkeys.transports': listed('ways to reach an authenticator'),
  'people.email': {
    by: colleagues,
    routes: ['get /me', 'get /people', 'get /people/{personId}', 'patch /people/{personId}', ...trail],
    why: 'Colleagues find each other by name and address.',
  },
  'people.name': {
    by: colleagues,
    routes: [
      'get /organisation/personal-tokens',
      'get /me',
      'get /people',
      'get /people/{personId}',
      'patch /people/{personId}',
      'delete /people/{personId}/departure',
      'get /teams/{teamId}/heatmap',
      'get /people/{personId}/skills/{skillId}',
      checklist,
      'put /teams/{teamId}/practices/{practiceId}',
      ...trail,
    ],
    why: 'Colleagues find each other by name and address, and a checklist says who answered.',
  },
  'people.role_id': listed('framework’s roles'),
  'people.seniority': listed('seniorities'),
  'person_levels.agreed': { plain: 'numbers' },
  'person_levels.current': { plain: 'numbers' },
  'person_levels.lead': { plain: 'numbers' },
  'person_levels.rated_on': { plain: 'days' },
  'person_levels.self': { plain: 'numbers' },
  'person_keys.key': { secret: 'the key with which what the trail says of a person is sealed' },
  'reads.detail': { plain: 'filters and counts of what was read' },
  'reads.digest': { plain: 'a hash of the ids of those who were read' },
  'reads.means': listed('means'),
  'reads.people': { plain: 'ids' },
  'reads.purpose': listed('purposes'),
  'reads.subject': { plain: 'the id of what was read' },
  'reads.what': listed('kinds of read'),
  'tokens.name': {
    by: ['self', 'admin'],
    routes: ['get /tokens', 'get /organisation/personal-tokens'],
    why: 'Its owner called it so, and admins can revoke it.',
  },
  'tokens.purpose': listed('purposes'),
  'tokens.scopes': listed('scopes'),
  'tokens.token_hash': { secret: 'the hash of a token' },
  'practice_answers.answer': listed('answers'),
  'practice_answers.carried_from': listed('framework’s versions'),
  'practice_answers.evidence': {
    by: colleagues,
    routes: [checklist, 'put /teams/{teamId}/practices/{practiceId}', ...trail],
    why: 'Checklists are seen by everyone in the organisation.',
  },
  'practice_answers.note': {
    by: colleagues,
    routes: [checklist, 'put /teams/{teamId}/practices/{practiceId}', ...trail],
    why: 'Checklists are seen by everyone in the organisation.',
  },
  'practice_answers.practice_id': listed('framework’s practices'),
  'rating_replies.text': {
    by: ['self', 'lead', 'admin'],
    routes: ['get /people/{personId}/skills/{skillId}', 'get /people/{personId}/lead-ratings'],
    why: 'A reply is seen by whoever sees the rating; it is in no trail.',
  },
  'ratings.carried_from': listed('framework’s versions'),
  'ratings.kind': listed('kinds of assessment'),
  'ratings.note': {
    by: ['self', 'lead', 'admin'],
    routes: ['get /people/{personId}/assessment', 'get /people/{personId}/skills/{skillId}', 'get /people/{personId}/lead-ratings'],
    why: 'Ratings are seen by the person, the leads of their team and admins; notes are in no trail.',
  },
  'ratings.skill_id': listed('framework’s skills'),
  'recovery_codes.code_hash': { secret: 'the hash of a recovery code' },
  'sessions.ip_address': { by: ['self'], routes: ['get /sessions'], why: 'People see where their own sessions come from.' },
  'sessions.method': listed('ways to sign in'),
  'sessions.purpose': listed('purposes'),
  'sessions.token': { secret: 'what a session cookie is signed from' },
  'sessions.user_agent': nowhere('Only what browser and system it names is told, and to the person alone.'),
  'sign_in_steps.method': listed('ways to sign in'),
  'sign_in_steps.secret_hash': { secret: 'the hash of what a browser holds between two steps' },
}

/** What the file of everything held on someone tells them of themselves, besides what other answers do. */
export const heldFiles = ['get /me/held.json', 'get /me/held.csv']
export const heldFields = [
  'account_links.email',
  'accounts.email',
  'accounts.image',
  'accounts.name',
  'audit_events.detail',
  'credentials.scope',
  'drafts.answers',
  'passkeys.name',
  'people.email',
  'people.name',
  'practice_answers.evidence',
  'practice_answers.note',
  'rating_replies.text',
  'ratings.note',
  'sessions.ip_address',
  'sessions.user_agent',
  'tokens.name',
]
