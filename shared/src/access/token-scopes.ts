import { z } from 'zod'
import type { Actor } from './actor.ts'
import { can } from './can.ts'

interface ScopeRule {
  /** What a token with it may do. */
  readonly sentence: string
  /** Its answers say something of single people's levels, as the numbers of a team of two do. A token of an organisation never has it. */
  readonly ofPeople: boolean
  /** Whether this actor's own rights leave anything of it: what a token with it may then do is decided at each request. */
  readonly mayUse: (actor: Actor) => boolean
}

const everyone = () => true
const leadsOrAdmin = (actor: Actor) => can.viewOrganisation.allows(actor)
const admin = (actor: Actor) => can.manageOrganisation.allows(actor)

/** All that a token can be allowed, as noun:verb. A route names one of them, or none and then no token reaches it. */
export const scopes = {
  'organisation:read': {
    sentence: 'Read what the organisation is called and measures with, and whom the token acts for.',
    ofPeople: false,
    mayUse: everyone,
  },
  'framework:read': {
    sentence: 'Read the framework with all its versions: roles, skills, expectations, practices.',
    ofPeople: false,
    mayUse: everyone,
  },
  'teams:read': { sentence: 'Read the teams and who leads them.', ofPeople: false, mayUse: everyone },
  'teams:write': {
    sentence: 'Add, rename, move and remove teams. Leads see all below them, so a move changes who sees whom.',
    ofPeople: false,
    mayUse: admin,
  },
  'people:read': { sentence: 'Read the directory: names, e-mail addresses, teams and roles.', ofPeople: false, mayUse: everyone },
  'people:write': {
    sentence: 'Add, change and import people. Whoever leads their team sees their ratings.',
    ofPeople: false,
    mayUse: admin,
  },
  'people:remove': { sentence: 'Remove people with all that is held on them, for good.', ofPeople: false, mayUse: admin },
  'practices:read': { sentence: 'Read the teams’ checklists and their maturity.', ofPeople: false, mayUse: everyone },
  'evidence:write': {
    sentence: 'Answer practices of a checklist, with evidence.',
    ofPeople: false,
    mayUse: (actor) => actor.role !== 'viewer' || actor.leads.size > 0,
  },
  'ratings:read': { sentence: 'Read single ratings of people, with notes and who gave them.', ofPeople: true, mayUse: everyone },
  'aggregates:read': {
    sentence: 'Read what everyone sees of the teams: rounded shares, never of fewer than five people.',
    ofPeople: false,
    mayUse: everyone,
  },
  'heatmap:read': { sentence: 'Read team heatmaps: people by name with their levels.', ofPeople: true, mayUse: leadsOrAdmin },
  'overview:read': {
    sentence: 'Read the numbers of teams and their trend. Those of a small team say something of each person in it.',
    ofPeople: true,
    mayUse: leadsOrAdmin,
  },
  'hiring:read': {
    sentence: 'Read demand, hiring gaps and reports. Those of a small team say something of each person in it.',
    ofPeople: true,
    mayUse: leadsOrAdmin,
  },
  'hiring:write': { sentence: 'Set demand and make hiring reports.', ofPeople: true, mayUse: leadsOrAdmin },
  'audit:read': {
    sentence: 'Read the audit trail: what everyone did. Levels are not in it.',
    ofPeople: true,
    mayUse: (actor) => can.viewAudit.allows(actor),
  },
} as const satisfies Record<string, ScopeRule>

export type Scope = keyof typeof scopes
export const allScopes = Object.keys(scopes) as [Scope, ...Scope[]]
export const scope = z.enum(allScopes, 'Choose what the token may do from the list.')
