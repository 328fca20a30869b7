import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Actor } from '@plumbline/shared/access/actor.ts'
import type { can } from '@plumbline/shared/access/can.ts'
import { people, teams } from '#db/schema.ts'

const isAdmin = (actor: Actor): SQL => sql`${actor.role === 'admin'}::boolean`
const mayRead = (actor: Actor): SQL => sql`${actor.withoutRatings !== true}::boolean`
const isSelf = (actor: Actor): SQL => (actor.personId === null ? sql`false` : eq(people.id, actor.personId))
const isLed = (actor: Actor, team: typeof people.teamId | typeof teams.id): SQL =>
  actor.leads.size === 0 ? sql`false` : inArray(team, [...actor.leads])
const anyOf = (...conditions: SQL[]): SQL => or(...conditions) ?? sql`false`
const allOf = (...conditions: SQL[]): SQL => and(...conditions) ?? sql`true`

/**
 * The rules of `can` about people and teams as conditions on those tables, so that a list asks the database for what its reader may see and
 * nothing else. A property test holds the two to the same answers. A condition says nothing about the organisation: the query does.
 */
export const scopes = {
  viewRatings: (actor) => allOf(mayRead(actor), anyOf(isSelf(actor), isLed(actor, people.teamId), isAdmin(actor))),
  rateAsLead: (actor) => allOf(sql`not ${isSelf(actor)}`, isLed(actor, people.teamId)),
  viewHeatmap: (actor) => allOf(mayRead(actor), anyOf(isLed(actor, teams.id), isAdmin(actor))),
  planHiring: (actor) => anyOf(isLed(actor, teams.id), isAdmin(actor)),
} as const satisfies Partial<Record<keyof typeof can, (actor: Actor) => SQL>>
