import { type Circle, marginOf } from './aggregate-margin.ts'

/** Fewer people than this are never counted together for those who may not see the individuals. */
export const fewest = 5

/** What one person adds to the numbers of one skill category: their skills that the role expects, those of them rated, those of them met. */
export interface Contribution {
  readonly personId: string
  /** Their home team. */
  readonly teamId: string
  readonly expected: number
  readonly rated: number
  readonly met: number
}

/** People of one category who are only ever counted together, at the lowest team where they may be. */
export interface Block {
  readonly members: readonly Contribution[]
  /** Of each team below whose people were carried up into this block, and of each lead of some: whom its lead sees one by one. */
  readonly circles: readonly Circle[]
}

interface Team {
  readonly id: string
  readonly parentId: string | null
}
interface Lead {
  readonly teamId: string
  readonly personId: string
}
interface Carried {
  readonly members: readonly Contribution[]
  readonly byTeam: ReadonlyMap<string, Circle>
}

/**
 * Cuts the people of one category into blocks, from the leaves of the tree upwards: at each team, those of it and below it who stand in no block
 * yet are one if they may be shown together, else they are carried up to its parent. Whoever is carried past the top is in no number.
 *
 * No person is in two blocks, and every number shown is a sum of whole blocks. So all that can be made of the numbers of a day by adding and
 * subtracting them (a parent less its children, a category less nothing) again gives each block one factor: it is about no one, or about
 * everyone of a block, which is at least `fewest`. How the blocks are cut depends on teams, roles and leads alone, which the directory tells.
 */
export function blocksOf(
  teams: readonly Team[],
  contributions: readonly Contribution[],
  leads: readonly Lead[],
): ReadonlyMap<string, Block> {
  const own = Map.groupBy(contributions, ({ teamId }) => teamId)
  const children = Map.groupBy(teams, ({ parentId }) => parentId)
  const leadsOf = Map.groupBy(leads, ({ teamId }) => teamId)
  const blocks = new Map<string, Block>()
  const carry = (teamId: string): Carried => {
    const below = (children.get(teamId) ?? []).map(({ id }) => carry(id))
    const members = [...(own.get(teamId) ?? []), ...below.flatMap((one) => one.members)]
    if (members.length === 0) return { members, byTeam: new Map() }
    const byTeam = new Map(below.flatMap((one) => [...one.byTeam]))
    const block = { members, circles: [...byTeam.values(), ...circlesOfLeads(byTeam, leadsOf)] }
    if (mayBeShown(block)) {
      blocks.set(teamId, block)
      return { members: [], byTeam: new Map() }
    }
    return { members, byTeam: byTeam.set(teamId, new Set(members.map(({ personId }) => personId))) }
  }
  for (const { id } of children.get(null) ?? []) carry(id)
  return blocks
}

/** Whom each lead of some of these teams sees, over all the teams that they lead, and themselves. */
function circlesOfLeads(byTeam: ReadonlyMap<string, Circle>, leadsOf: ReadonlyMap<string, readonly Lead[]>): Circle[] {
  const seen = new Map<string, Set<string>>()
  for (const [teamId, circle] of byTeam)
    for (const { personId } of leadsOf.get(teamId) ?? []) {
      const all = seen.get(personId) ?? new Set([personId])
      for (const id of circle) all.add(id)
      seen.set(personId, all)
    }
  return [...seen.values()]
}

/**
 * At least `fewest` people, also for a lead who takes off those whom they see; and so much expected beyond the two who matter most (twice the
 * margin) that a count can say something without saying it of anyone.
 */
export function mayBeShown({ members, circles }: Block): boolean {
  const expected = members.reduce((sum, member) => sum + member.expected, 0)
  return (
    members.length >= fewest &&
    circles.every((circle) => enough(members.filter(({ personId }) => !circle.has(personId)).length)) &&
    expected > 2 * marginOf(asNew(members), circles)
  )
}

const enough = (people: number) => people === 0 || people >= fewest

/** Members as moves of a count that did not exist before. */
export const asNew = (members: readonly Contribution[]) =>
  members.map(({ personId, expected }) => ({ personId, before: 0, after: expected }))
