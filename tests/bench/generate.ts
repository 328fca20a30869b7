import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Sql } from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { teamCounts } from '@plumbline/shared/heatmap/coverage.ts'
import { mostPeopleForTrend } from '@plumbline/shared/heatmap/trend.ts'
import { toLevel } from '@plumbline/shared/levels/level.ts'
import type { Level } from '@plumbline/shared/levels/level.ts'
import { indexPack, roleExpectations } from '@plumbline/shared/levels/pack-index.ts'
import { random } from './random.ts'

const teamSize = 8
const branches = 6
const roleWeights: Record<string, number> = {
  'devops-engineer': 8,
  'platform-engineer': 5,
  'senior-devops-engineer': 4,
  'data-engineer': 4,
  'mlops-engineer': 3,
  'ml-engineer': 3,
}
const seniorities: readonly Seniority[] = ['entry', 'mid', 'mid', 'mid', 'senior', 'senior', 'architect']

interface Team {
  id: string
  parentId: string | null
  members: { id: string; role: string; seniority: Seniority; levels: (Level | null)[] }[]
}

export interface Generated {
  orgId: string
  personId: string
  people: number
  teams: number
  /** A team without teams below it. */
  leafTeam: string
  /** The smallest team that holds at least 200 people with those below it, or everyone. */
  wide: Subtree
  /** The largest one that a trend is worked out for. */
  largest: Subtree
}

interface Subtree {
  team: string
  people: number
}

const ratedAt = '2026-06-01T12:00:00Z'
const ratedOn = ratedAt.slice(0, 10)

const array = (values: readonly unknown[]) => `{${values.map((value) => value ?? 'NULL').join(',')}}`

async function copy(sql: Sql, statement: string, rows: Iterable<readonly unknown[]>): Promise<void> {
  const stream: Writable = await sql.unsafe(statement).writable()
  for (const row of rows) {
    const line = `${row.map((cell) => (cell === null ? '\\N' : String(cell))).join('\t')}\n`
    if (!stream.write(line)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'finish')
}

/**
 * An organisation of this many people, written by COPY: teams of eight in a tree, roles weighted towards delivery work, levels around what the
 * role expects, every seventh answer missing. The same size gives the same levels. `sql` must be a superuser: COPY does not pass row-level security.
 */
export async function generate(sql: Sql, pack: Pack, size: number): Promise<Generated> {
  const index = indexPack(pack)
  const next = random(size)
  const orgId = uuidv7()
  const weighted = pack.roles.flatMap((role) => Array.from({ length: roleWeights[role.id] ?? 1 }, () => role.id))
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T

  const teams: Team[] = Array.from({ length: Math.ceil(size / teamSize) }, () => ({ id: uuidv7(), parentId: null, members: [] }))
  teams.forEach((team, n) => (team.parentId = n === 0 ? null : (teams[Math.floor((n - 1) / branches)]?.id ?? null)))
  for (let n = 0; n < size; n++) {
    const role = pick(weighted)
    const seniority = pick(seniorities)
    const expected = roleExpectations(index, role, seniority)
    const levels = index.skills.map((_, position) => {
      const wanted = expected[position]?.level ?? 0
      if (wanted === 0 ? next() < 0.7 : next() < 1 / 7) return null
      return toLevel(wanted + Math.round((next() + next() + next() - 1.7) * 2))
    })
    // Kept arrays end with the last skill that was rated.
    const rated = levels.slice(0, levels.findLastIndex((level) => level !== null) + 1)
    teams[n % teams.length]?.members.push({ id: uuidv7(), role, seniority, levels: rated })
  }

  await sql`insert into organisations (id, name, framework_version) values (${orgId}, ${`Organisation of ${size}`}, ${pack.version})`
  await sql`insert into organisation_frameworks (org_id, version, shipped) values (${orgId}, ${pack.version}, ${pack.version})`
  await copy(
    sql,
    'copy skills (org_id, id, position) from stdin',
    pack.skills.map(({ id, position }) => [orgId, id, position]),
  )
  await copy(
    sql,
    'copy teams (org_id, id, parent_id, name) from stdin',
    teams.map((team, n) => [orgId, team.id, team.parentId, `Team ${n}`]),
  )
  const people = teams.flatMap((team) => team.members.map((member) => ({ ...member, teamId: team.id })))
  await copy(
    sql,
    'copy people (org_id, id, name, email, team_id, role_id, seniority) from stdin',
    people.map((p, n) => [orgId, p.id, `Person ${n}`, `p${n}@${orgId}.example`, p.teamId, p.role, p.seniority]),
  )
  await copy(
    sql,
    'copy person_levels (org_id, person_id, current, self, rated_on) from stdin',
    people.map((p) => [orgId, p.id, array(p.levels), array(p.levels), array(p.levels.map((l) => (l === null ? null : ratedOn)))]),
  )
  await copy(
    sql,
    'copy assessments (org_id, id, person_id, kind, framework_version, submitted_at) from stdin',
    people.map((p) => [orgId, p.id, p.id, 'self', pack.version, ratedAt]),
  )
  await copy(
    sql,
    'copy ratings (org_id, id, assessment_id, person_id, skill_id, kind, level, rated_at) from stdin',
    ratingsOf(
      orgId,
      people,
      index.skills.map((skill) => skill?.id ?? ''),
    ),
  )
  await copy(
    sql,
    'copy team_counts (org_id, team_id, expected, rated, met, holders, level_sum) from stdin',
    teams.map((team) => {
      const counts = teamCounts(team.members, index)
      return [orgId, team.id, array(counts.expected), array(counts.rated), array(counts.met), array(counts.holders), array(counts.levelSum)]
    }),
  )
  await sql`analyze`
  const [wide, largest] = subtrees(teams)
  const first = people[0]
  const leaf = teams.at(-1)
  if (!first || !leaf) throw new Error('an organisation needs people')
  return { orgId, personId: first.id, people: size, teams: teams.length, leafTeam: leaf.id, wide, largest }
}

function* ratingsOf(orgId: string, people: readonly { id: string; levels: readonly (Level | null)[] }[], skills: readonly string[]) {
  for (const person of people)
    for (const [position, level] of person.levels.entries())
      if (level !== null) yield [orgId, uuidv7(), person.id, person.id, skills[position], 'self', level, ratedAt]
}

/** The smallest subtree with at least 200 people, else the whole tree; and the largest with at most as many as a trend is worked out for. */
function subtrees(teams: readonly Team[]): [wide: Subtree, largest: Subtree] {
  const people = new Map(teams.map((team) => [team.id, team.members.length]))
  // Children stand after their parents, so a walk from the end adds every subtree up.
  for (const team of teams.toReversed())
    if (team.parentId !== null) people.set(team.parentId, (people.get(team.parentId) ?? 0) + (people.get(team.id) ?? 0))
  const bySize = [...people].map(([team, count]) => ({ team, people: count })).toSorted((a, b) => a.people - b.people)
  const wide = bySize.find((one) => one.people >= 200) ?? bySize.at(-1)
  const largest = bySize.findLast((one) => one.people <= mostPeopleForTrend)
  if (!wide || !largest) throw new Error('an organisation needs teams')
  return [wide, largest]
}
