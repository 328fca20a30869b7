import { sql } from 'drizzle-orm'
import { bigint, boolean, customType, date, integer, json, jsonb, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { nullableArray } from './nullable-array.ts'
import { noCarry } from '@plumbline/shared/frameworks/carry.ts'
import type { Carry } from '@plumbline/shared/frameworks/carry.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Scope } from '@plumbline/shared/access/token-scopes.ts'
import type { Purpose } from '@plumbline/shared/access/purpose.ts'
import type { ErasureProof } from '@plumbline/shared/privacy/erasure.ts'
import type { LinkKind, SignInMethod, SignInRule } from '@plumbline/shared/identity/contract.ts'
import type { Opened } from '@plumbline/shared/reads/contract.ts'
import type { ChangeableClass } from '@plumbline/shared/retention/classes.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'

/** Every table, as the migrations made it. Keys, checks and policies live in the migrations alone. */
const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const createdAt = () =>
  at('created_at')
    .notNull()
    .default(sql`now()`)
const updatedAt = () =>
  at('updated_at')
    .notNull()
    .default(sql`now()`)
const version = () => integer('version').notNull().default(1)
/** Left out of an insert, it is the organisation of the transaction. */
const orgId = () =>
  uuid('org_id')
    .notNull()
    .default(sql`current_org()`)

export const accounts = pgTable('accounts', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})

export const sessions = pgTable('sessions', {
  id: uuid('id').primaryKey(),
  userId: uuid('account_id').notNull(),
  token: text('token').notNull(),
  expiresAt: at('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  method: text('method').$type<SignInMethod>().notNull().default('password'),
  secondFactor: boolean('second_factor').notNull().default(false),
  purpose: text('purpose').$type<Purpose>(),
  /** When its owner last showed again that it is them. */
  provedAt: at('proved_at'),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})

export const credentials = pgTable('credentials', {
  id: uuid('id').primaryKey(),
  userId: uuid('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  accountId: text('provider_account_id').notNull(),
  password: text('password'),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: at('access_token_expires_at'),
  refreshTokenExpiresAt: at('refresh_token_expires_at'),
  scope: text('scope'),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})

export const verifications = pgTable('verifications', {
  id: uuid('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: at('expires_at').notNull(),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})

/** An account's authenticator app; it counts once a code of it was given. */
export const authenticatorApps = pgTable('authenticator_apps', {
  accountId: uuid('account_id').primaryKey(),
  /** Encrypted. */
  secret: text('secret').notNull(),
  /** The 30 seconds whose code was used last. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  createdAt: createdAt(),
  confirmedAt: at('confirmed_at'),
})

export const passkeys = pgTable('passkeys', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  credentialId: text('credential_id').notNull(),
  /** COSE, in base64url. */
  publicKey: text('public_key').notNull(),
  /** The host name that it was made for. */
  rpId: text('rp_id').notNull(),
  counter: bigint('counter', { mode: 'number' }).notNull(),
  transports: text('transports').array().notNull().default([]),
  name: text('name').notNull(),
  createdAt: createdAt(),
  lastUsedAt: at('last_used_at'),
})

export const recoveryCodes = pgTable('recovery_codes', {
  accountId: uuid('account_id').notNull(),
  codeHash: text('code_hash').notNull(),
  createdAt: createdAt(),
})

/** Whoever showed the first factor and still owes the second. */
export const signInSteps = pgTable('sign_in_steps', {
  id: uuid('id').primaryKey(),
  secretHash: text('secret_hash').notNull(),
  accountId: uuid('account_id').notNull(),
  method: text('method').$type<'password' | 'link'>().notNull(),
  expiresAt: at('expires_at').notNull(),
})

/** What a passkey is to sign, once. */
export const passkeyChallenges = pgTable('passkey_challenges', {
  id: uuid('id').primaryKey(),
  challenge: text('challenge').notNull(),
  purpose: text('purpose').$type<'sign_in' | 'add' | 'prove'>().notNull(),
  browserHash: text('browser_hash'),
  stepId: uuid('step_id'),
  sessionId: uuid('session_id'),
  expiresAt: at('expires_at').notNull(),
})

/** Failed tries to sign in, by a keyed hash of the account's address or by the client's network. */
export const signInTries = pgTable('sign_in_tries', {
  subject: text('subject').primaryKey(),
  failures: integer('failures').notNull(),
  windowStart: at('window_start').notNull(),
  lastAt: at('last_at').notNull(),
  lockedUntil: at('locked_until'),
})

/** Ways to a provider and back that are under way. */
export const providerFlows = pgTable('provider_flows', {
  stateHash: text('state_hash').primaryKey(),
  browserHash: text('browser_hash').notNull(),
  provider: text('provider').notNull(),
  purpose: text('purpose').$type<'sign_in' | 'join' | 'link'>().notNull(),
  nonce: text('nonce').notNull(),
  verifier: text('verifier').notNull(),
  thenPath: text('then_path').notNull(),
  invitationHash: text('invitation_hash'),
  sessionId: uuid('session_id'),
  expiresAt: at('expires_at').notNull(),
})

/** Links that an account's owner asked for: to a new password, or to confirm a new address. */
export const accountLinks = pgTable('account_links', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  kind: text('kind').$type<'reset' | 'email'>().notNull(),
  tokenHash: text('token_hash').notNull(),
  email: text('email'),
  sessionId: uuid('session_id'),
  expiresAt: at('expires_at').notNull(),
  createdAt: createdAt(),
})

export const installation = pgTable('installation', {
  onlyRow: boolean('only_row').primaryKey().default(true),
  firstRunHash: text('first_run_hash'),
  startedAt: at('started_at'),
  demoOrgId: uuid('demo_org_id'),
})

export const frameworks = pgTable('frameworks', {
  version: text('version').primaryKey(),
  content: jsonb('content').$type<Pack>().notNull(),
  contentHash: text('content_hash').notNull(),
  /** Of the files it was read from: while they are the same, they need not be read. */
  sourceHash: text('source_hash'),
  loadedAt: at('loaded_at')
    .notNull()
    .default(sql`now()`),
})

export const organisations = pgTable('organisations', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  frameworkVersion: text('framework_version').notNull(),
  isDemo: boolean('is_demo').notNull().default(false),
  /** The optional practice areas that are turned on. */
  practiceAreas: text('practice_areas').array().notNull().default([]),
  signInRule: text('sign_in_rule').$type<SignInRule>().notNull().default('any'),
  /** What everyone is shown at their first sign-in; null stands for the text that comes with the product. */
  purposeText: text('purpose_text'),
  purposeVersion: integer('purpose_version').notNull().default(1),
  version: version(),
  createdAt: createdAt(),
})

/** The versions that an organisation measures or once measured with: one that comes with the product, or content of its own. */
export const organisationFrameworks = pgTable('organisation_frameworks', {
  orgId: orgId(),
  version: text('version').notNull(),
  shipped: text('shipped'),
  content: jsonb('content').$type<Pack>(),
  contentHash: text('content_hash'),
  origin: text('origin'),
  carry: jsonb('carry').$type<Carry>().notNull().default(noCarry),
  publishedBy: uuid('published_by'),
  publishedAt: at('published_at')
    .notNull()
    .default(sql`now()`),
})

export const frameworkDrafts = pgTable('framework_drafts', {
  orgId: orgId(),
  origin: text('origin').notNull(),
  content: jsonb('content').$type<Pack>().notNull(),
  carry: jsonb('carry').$type<Carry>().notNull().default(noCarry),
  version: version(),
  updatedBy: uuid('updated_by'),
  updatedAt: updatedAt(),
})

/** Every id that an organisation's versions have used, so that history never loses what it speaks of. */
export const skills = pgTable('skills', { orgId: orgId(), id: text('id').notNull(), position: smallint('position').notNull() })
export const roles = pgTable('roles', { orgId: orgId(), id: text('id').notNull() })
export const practices = pgTable('practices', { orgId: orgId(), id: text('id').notNull() })

export const teams = pgTable('teams', {
  orgId: orgId(),
  id: uuid('id').notNull(),
  parentId: uuid('parent_id'),
  name: text('name').notNull(),
  version: version(),
  createdAt: createdAt(),
})

export const people = pgTable('people', {
  orgId: orgId(),
  id: uuid('id').notNull(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  teamId: uuid('team_id'),
  roleId: text('role_id'),
  seniority: text('seniority').$type<Seniority>().notNull().default('mid'),
  /** The day on which they left; they have no team, account or lead any more. */
  leftOn: date('left_on', { mode: 'string' }),
  version: version(),
  createdAt: createdAt(),
})

export const leads = pgTable('leads', {
  orgId: orgId(),
  teamId: uuid('team_id').notNull(),
  personId: uuid('person_id').notNull(),
  /** Days in UTC, both included; null is without end. */
  fromDay: date('from_day', { mode: 'string' }),
  untilDay: date('until_day', { mode: 'string' }),
})

export const memberships = pgTable('memberships', {
  orgId: orgId(),
  accountId: uuid('account_id').notNull(),
  personId: uuid('person_id'),
  role: text('role').$type<'admin' | 'member' | 'viewer'>().notNull(),
  /** The newest purpose text that they said they had read. */
  noticeSeenVersion: integer('notice_seen_version').notNull().default(0),
  createdAt: createdAt(),
})

export const invitations = pgTable('invitations', {
  orgId: orgId(),
  id: uuid('id').notNull(),
  personId: uuid('person_id').notNull(),
  tokenHash: text('token_hash').notNull(),
  kind: text('kind').$type<LinkKind>().notNull().default('join'),
  expiresAt: at('expires_at').notNull(),
  createdAt: createdAt(),
})

export const tokens = pgTable('tokens', {
  orgId: orgId(),
  id: uuid('id').notNull(),
  /** Whose rights it has; null is a token of the organisation. */
  ownerId: uuid('owner_id'),
  /** Null once its maker has left. */
  madeBy: uuid('made_by'),
  name: text('name').notNull(),
  tokenHash: text('token_hash').notNull(),
  scopes: text('scopes').array().$type<Scope[]>().notNull(),
  purpose: text('purpose').$type<Purpose>().notNull(),
  createdAt: createdAt(),
  expiresAt: at('expires_at').notNull(),
  lastUsedAt: at('last_used_at'),
  revokedAt: at('revoked_at'),
})

export const auditEvents = pgTable('audit_events', {
  orgId: orgId(),
  id: uuid('id').notNull(),
  at: at('at')
    .notNull()
    .default(sql`now()`),
  accountId: uuid('account_id'),
  personId: uuid('person_id'),
  means: text('means').notNull().default('session'),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  detail: jsonb('detail').notNull().default({}),
})

/** The chain over an organisation's audit events. Hashes are read and written as text in `server/src/audit`. */
export const auditSeals = pgTable('audit_seals', {
  orgId: orgId(),
  sequence: bigint('sequence', { mode: 'number' }).notNull(),
  eventId: uuid('event_id').notNull(),
})

/** Who opened what is held on whom. Written by the one statement of `server/src/audit/open-people.ts`, read for those who were read. */
export const reads = pgTable('reads', {
  orgId: orgId(),
  id: uuid('id').notNull(),
  at: at('at').notNull(),
  accountId: uuid('account_id').notNull(),
  personId: uuid('person_id'),
  means: text('means').notNull(),
  sessionId: uuid('session_id'),
  purpose: text('purpose').$type<Purpose>(),
  what: text('what').$type<Opened>().notNull(),
  subject: text('subject').notNull(),
  detail: jsonb('detail').notNull(),
  people: uuid('people').array().notNull(),
})

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** With what a person's values in the audit trail are sealed; gone with the person. */
export const personKeys = pgTable('person_keys', { orgId: orgId(), personId: uuid('person_id').notNull(), key: bytes('key').notNull() })

/** Proofs that someone was erased. They name nobody. */
export const erasures = pgTable('erasures', {
  orgId: orgId(),
  id: uuid('id').notNull(),
  at: at('at')
    .notNull()
    .default(sql`now()`),
  removed: jsonb('removed').$type<ErasureProof['removed']>().notNull(),
  kept: jsonb('kept').$type<ErasureProof['kept']>().notNull(),
  keyFingerprint: text('key_fingerprint'),
  auditEventId: uuid('audit_event_id').notNull(),
})

export const idempotencyKeys = pgTable('idempotency_keys', {
  orgId: orgId(),
  accountId: uuid('account_id').notNull(),
  key: text('key').notNull(),
  requestHash: text('request_hash').notNull(),
  status: smallint('status').notNull(),
  // json, not jsonb: the same answer to the letter, in the order its keys had.
  body: json('body'),
  createdAt: createdAt(),
})

export const drafts = pgTable('drafts', {
  orgId: orgId(),
  personId: uuid('person_id').notNull(),
  answers: jsonb('answers').notNull().default({}),
  version: version(),
  updatedAt: updatedAt(),
})

type Kind = 'self' | 'lead' | 'agreed'

export const assessments = pgTable('assessments', {
  orgId: orgId(),
  id: uuid('id').notNull(),
  personId: uuid('person_id').notNull(),
  kind: text('kind').$type<Kind>().notNull(),
  frameworkVersion: text('framework_version').notNull(),
  submittedBy: uuid('submitted_by'),
  submittedAt: at('submitted_at')
    .notNull()
    .default(sql`now()`),
})

export const ratings = pgTable('ratings', {
  orgId: orgId(),
  id: uuid('id').notNull(),
  assessmentId: uuid('assessment_id').notNull(),
  personId: uuid('person_id').notNull(),
  skillId: text('skill_id').notNull(),
  kind: text('kind').$type<Kind>().notNull(),
  level: smallint('level'),
  interest: smallint('interest'),
  note: text('note'),
  /** The skill it was rated as, where a later version of the framework split or renamed that one. */
  carriedFrom: text('carried_from'),
  ratedAt: at('rated_at')
    .notNull()
    .default(sql`now()`),
})

/** What a person says to a lead's rating of them. */
export const ratingReplies = pgTable('rating_replies', {
  orgId: orgId(),
  id: uuid('id').notNull(),
  ratingId: uuid('rating_id').notNull(),
  personId: uuid('person_id').notNull(),
  text: text('text').notNull(),
  at: at('at')
    .notNull()
    .default(sql`now()`),
})

const levels = (name: string) => nullableArray(name, 'smallint', Number).notNull().default([])
const counts = (name: string) => integer(name).array().notNull().default([])

export const personLevels = pgTable('person_levels', {
  orgId: orgId(),
  personId: uuid('person_id').notNull(),
  current: levels('current'),
  self: levels('self'),
  lead: levels('lead'),
  agreed: levels('agreed'),
  ratedOn: nullableArray('rated_on', 'date', String).notNull().default([]),
})

export const teamCounts = pgTable('team_counts', {
  orgId: orgId(),
  teamId: uuid('team_id').notNull(),
  expected: counts('expected'),
  rated: counts('rated'),
  met: counts('met'),
  holders: counts('holders'),
  levelSum: counts('level_sum'),
})

/** What everyone may see of a team's people in one category. Written by upkeep alone. */
export const aggregates = pgTable('aggregates', {
  orgId: orgId(),
  teamId: uuid('team_id').notNull(),
  category: text('category').notNull(),
  countedOn: date('counted_on').notNull(),
  people: integer('people').notNull(),
  expected: integer('expected').notNull(),
  met: integer('met').notNull(),
  side: text('side').$type<'less' | 'same' | 'more'>().notNull(),
})

export const aggregateRounds = pgTable('aggregate_rounds', { orgId: orgId(), day: date('day').notNull() })

/** Whom an aggregate is about, as they were counted; and every contribution that ever was in one. */
export const aggregateMembers = pgTable('aggregate_members', {
  orgId: orgId(),
  teamId: uuid('team_id').notNull(),
  category: text('category').notNull(),
  personId: uuid('person_id').notNull(),
  expected: smallint('expected').notNull(),
  met: smallint('met').notNull(),
})

export const aggregatePast = pgTable('aggregate_past', {
  orgId: orgId(),
  category: text('category').notNull(),
  personId: uuid('person_id').notNull(),
  expected: smallint('expected').notNull(),
  met: smallint('met').notNull(),
  countedOn: date('counted_on').notNull(),
})

export const practiceAnswers = pgTable('practice_answers', {
  orgId: orgId(),
  teamId: uuid('team_id').notNull(),
  practiceId: text('practice_id').notNull(),
  revision: integer('revision').notNull(),
  answer: text('answer').$type<'none' | 'some' | 'most' | 'all' | 'not_applicable'>().notNull(),
  evidence: text('evidence'),
  note: text('note'),
  carriedFrom: text('carried_from'),
  answeredBy: uuid('answered_by'),
  answeredAt: at('answered_at')
    .notNull()
    .default(sql`now()`),
})

export const roleDemands = pgTable('role_demands', {
  orgId: orgId(),
  teamId: uuid('team_id').notNull(),
  roleId: text('role_id').notNull(),
  seniority: text('seniority').$type<Seniority>().notNull().default('mid'),
  people: smallint('people').notNull(),
})

export const hiringReports = pgTable('hiring_reports', {
  orgId: orgId(),
  id: uuid('id').notNull(),
  frameworkVersion: text('framework_version').notNull(),
  content: jsonb('content').notNull(),
  createdBy: uuid('created_by'),
  createdAt: createdAt(),
})

/** Days that an organisation set itself; the database's `kept_days` knows the others. */
export const retentionRules = pgTable('retention_rules', {
  orgId: orgId(),
  class: text('class').$type<ChangeableClass>().notNull(),
  days: integer('days').notNull(),
})

export const retentionRuns = pgTable('retention_runs', {
  orgId: orgId(),
  id: uuid('id').notNull(),
  startedAt: at('started_at')
    .notNull()
    .default(sql`now()`),
  touchedAt: at('touched_at')
    .notNull()
    .default(sql`now()`),
  endedAt: at('ended_at'),
  /** Rows by class. */
  removed: jsonb('removed').$type<Readonly<Record<string, number>>>().notNull().default({}),
})
