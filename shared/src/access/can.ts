import type { Actor, PersonRef, TeamRef } from './actor.ts'

const isAdmin = (actor: Actor) => actor.role === 'admin'
const isSelf = (actor: Actor, person: PersonRef) => actor.personId === person.id
const leadsTeam = (actor: Actor, team: TeamRef) => actor.leads.has(team.id)
/** A token reads ratings where its scope says so; every other actor where the rules below do. */
const mayRead = (actor: Actor) => actor.withoutRatings !== true
const leads = (actor: Actor, person: PersonRef) => person.teamId !== null && actor.leads.has(person.teamId)

/**
 * Who may do what, in one place. The server throws on it as the first line of a verb; the web shows the same reason on a disabled control.
 * Each rule answers for people and teams of the actor's own organisation: rows of another one are never found in the first place.
 * A rule that `hides` is about seeing: who may not is told what they would be told of something that is not there.
 */
export const can = {
  manageOrganisation: {
    allows: (actor: Actor) => isAdmin(actor),
    hides: false,
    reason: 'Only an admin may change people, teams and settings.',
  },
  changeFramework: {
    allows: (actor: Actor) => isAdmin(actor),
    hides: false,
    reason: 'Only an admin may change what everyone is measured with.',
  },
  manageTokens: {
    allows: (actor: Actor) => isAdmin(actor),
    hides: false,
    reason: 'Only an admin may see everyone’s tokens and make those of the organisation.',
  },
  viewAudit: {
    allows: (actor: Actor) => isAdmin(actor),
    hides: false,
    reason: 'Only an admin may read the audit trail: it says what everyone did.',
  },
  viewRatings: {
    allows: (actor: Actor, person: PersonRef) => mayRead(actor) && (isSelf(actor, person) || leads(actor, person) || isAdmin(actor)),
    hides: true,
    reason: 'Ratings are seen by the person, the leads of their team and admins.',
  },
  viewOwn: {
    allows: (actor: Actor, person: PersonRef) => isSelf(actor, person),
    hides: true,
    reason: 'This is seen by the person alone.',
  },
  rateSelf: {
    allows: (actor: Actor, person: PersonRef) => isSelf(actor, person),
    hides: false,
    reason: 'An assessment is filled in by the person alone.',
  },
  replyToRating: {
    allows: (actor: Actor, person: PersonRef) => isSelf(actor, person),
    hides: false,
    reason: 'A lead’s rating is answered by the person alone.',
  },
  rateAsLead: {
    allows: (actor: Actor, person: PersonRef) => !isSelf(actor, person) && leads(actor, person),
    hides: false,
    reason: 'Only a lead of the person’s team may rate them.',
  },
  viewHeatmap: {
    allows: (actor: Actor, team: TeamRef) => mayRead(actor) && (leadsTeam(actor, team) || isAdmin(actor)),
    hides: true,
    reason: 'The heatmap names people, so it is for the team’s leads and admins.',
  },
  viewOrganisation: {
    allows: (actor: Actor) => isAdmin(actor) || actor.leads.size > 0,
    hides: false,
    reason: 'The organisation’s overview is for leads and admins.',
  },
  answerPractices: {
    allows: (actor: Actor, team: TeamRef, homeTeamId: string | null) =>
      (homeTeamId === team.id && actor.role !== 'viewer') || leadsTeam(actor, team) || isAdmin(actor),
    hides: false,
    reason: 'A checklist is answered by the team’s members, its leads and admins.',
  },
  planHiring: {
    allows: (actor: Actor, team: TeamRef) => leadsTeam(actor, team) || isAdmin(actor),
    hides: true,
    reason: 'Demand and hiring gaps are for the team’s leads and admins.',
  },
} as const
