import { stringify } from 'csv-stringify/sync'
import type { Actor } from '@plumbline/shared/access/actor.ts'
import type { Persona } from '@plumbline/shared/demo/contract.ts'
import { personas as personaNames } from '@plumbline/shared/demo/contract.ts'
import { subtreeOf } from '@plumbline/shared/teams/tree.ts'
import type { Ctx } from '#http/context.ts'
import { insertMembership } from '#identity/queries.ts'
import { importPeople } from '#imports/service.ts'
import { listPeople } from '#people/service.ts'
import { listTeams } from '#teams/service.ts'
import { personas } from './cast.ts'
import type { Member, TeamName } from './people.ts'
import { emailOf, members, teamPaths } from './people.ts'

/** The people and teams as they were made. */
export interface Cast {
  readonly teamIds: ReadonlyMap<string, string>
  readonly idOf: (member: Pick<Member, 'name'>) => string
  /** Who acts when this person does. */
  readonly actorOf: (member: Pick<Member, 'name'>) => Actor
  readonly leadOf: (team: TeamName) => Member
}

/** Imports people with their teams and leads, and gives the personas their accounts. */
export async function makeOrganisation(ctx: Ctx, accounts: Record<Persona, string>): Promise<Cast> {
  const rows = members.map(({ name, team, role, seniority, lead }) => ({
    name,
    email: emailOf(name),
    team: teamPaths[team],
    role,
    seniority,
    lead: lead ? 'yes' : '',
  }))
  await importPeople(ctx, stringify(rows, { header: true }))
  const { people } = await listPeople(ctx, { limit: 200 })
  const { teams } = await listTeams(ctx)
  const ids = new Map(people.map(({ email, id }) => [email, id]))
  const idOf = ({ name }: Pick<Member, 'name'>) => found(ids.get(emailOf(name)))
  const accountOf = new Map<string, string>()
  for (const persona of personaNames) {
    const personId = idOf(personas[persona])
    accountOf.set(personId, accounts[persona])
    await insertMembership(ctx.tx, { accountId: accounts[persona], personId, role: persona === 'admin' ? 'admin' : 'member' })
  }
  return {
    idOf,
    teamIds: new Map(teams.map(({ name, id }) => [name, id])),
    leadOf: (team) => found(members.find((member) => member.team === team && member.lead)),
    actorOf: (member) => {
      const personId = idOf(member)
      const led = teams.filter(({ leads }) => leads.some(({ id }) => id === personId)).flatMap(({ id }) => subtreeOf(teams, id))
      // Most have no account: what they do is done by the one that builds the demo.
      return { ...ctx.actor, accountId: accountOf.get(personId) ?? ctx.actor.accountId, personId, role: 'member', leads: new Set(led) }
    },
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demo names someone or something that is not in it')
  return value
}
