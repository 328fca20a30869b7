import { can } from '@plumbline/shared/access/can.ts'
import { forbidden, notFound } from '@plumbline/shared/errors/problem.ts'
import type { HiringGaps } from '@plumbline/shared/hiring/contract.ts'
import { countRoles } from '@plumbline/shared/hiring/gaps-count.ts'
import { type RoleDemand, sumDemands } from '@plumbline/shared/hiring/gaps-demand.ts'
import { type RoleGap, roleGaps, skillGaps } from '@plumbline/shared/hiring/gaps.ts'
import type { PersonLevels } from '@plumbline/shared/levels/person-levels.ts'
import { subtreeOf } from '@plumbline/shared/teams/tree.ts'
import { requires } from '#access/require.ts'
import { frameworkOf } from '#frameworks/framework-of.ts'
import type { Ctx } from '#http/context.ts'
import { membersOf } from '#levels/members.ts'
import { allTeams, demandsOf } from './queries.ts'

interface NamedTeam {
  readonly id: string
  readonly name: string
}

/** What the figures are about. Each team is counted once, however often it was chosen. */
export interface Scope {
  readonly chosen: readonly NamedTeam[]
  /** The chosen teams and all below them. */
  readonly counted: readonly NamedTeam[]
}

/**
 * The teams with these ids and all below them; without ids all that the actor may plan for. Throws not_found for a team that is not there or not
 * theirs to plan for, and forbidden where they may plan for none.
 */
export async function scopeOf({ tx, actor }: Ctx, teamIds: readonly string[]): Promise<Scope> {
  const rows = await allTeams(tx, actor.orgId)
  const plannable = rows.filter((team) => can.planHiring.allows(actor, team))
  // An admin of an organisation without teams sees an empty page; someone who may plan for none is told why.
  if (teamIds.length === 0 && plannable.length === 0 && actor.role !== 'admin') throw forbidden(can.planHiring.reason)
  const found = teamIds.map((id) => rows.find((team) => team.id === id) ?? null)
  if (found.includes(null)) throw notFound()
  for (const team of found) if (team) requires(can.planHiring, actor, team)
  const wanted = new Set(teamIds.length === 0 ? plannable.map(({ id }) => id) : teamIds)
  const counted = new Set([...wanted].flatMap((id) => subtreeOf(rows, id)))
  const named = (ids: ReadonlySet<string>) => rows.filter(({ id }) => ids.has(id)).map(({ id, name }) => ({ id, name }))
  return { chosen: named(wanted), counted: named(counted) }
}

/** What the teams of a scope lack, by the rules of `shared/hiring`. */
export async function gapsOf(ctx: Ctx, { counted }: Scope): Promise<{ gaps: HiringGaps; roles: readonly RoleGap[]; people: number }> {
  const { index } = await frameworkOf(ctx)
  const { people, demands } = await peopleAndDemands(ctx, counted)
  const counts = countRoles(people, demands, index)
  const roles = roleGaps(counts, index)
  const { skills, covered } = skillGaps(counts, index)
  const gaps = {
    roles: roles.map((role) => ({ ...role, skills: [...role.skills] })),
    skills: skills.map((skill) => ({ ...skill, roles: [...skill.roles] })),
    covered,
  }
  return { gaps, roles, people: people.length }
}

async function peopleAndDemands(
  { tx, actor }: Ctx,
  counted: readonly NamedTeam[],
): Promise<{ people: PersonLevels[]; demands: RoleDemand[] }> {
  const ids = counted.map(({ id }) => id)
  if (ids.length === 0) return { people: [], demands: [] }
  const people = await membersOf(tx, actor.orgId, ids)
  const peopleIn = Map.groupBy(people, (person) => person.teamId)
  const demandsIn = Map.groupBy(await demandsOf(tx, actor.orgId, ids), (row) => row.teamId)
  const teams = ids.map((id) => ({
    people: peopleIn.get(id) ?? [],
    demands: (demandsIn.get(id) ?? []).map((row) => ({ role: row.roleId, people: row.people })),
  }))
  return { people, demands: sumDemands(teams) }
}
