import type { PackIndex } from '../levels/pack-index.ts'
import type { RoleCount, RoleSkillCount } from './gaps-count.ts'

/** `skills` are those with somebody missing; `covered` counts the expected skills that were left out because nobody is. */
export type RoleGap = RoleCount & { readonly covered: number }

export type SkillGap = {
  readonly skill: string
  readonly name: string
  readonly expected: number
  readonly met: number
  readonly below: number
  readonly notRated: number
  readonly unfilled: number
  readonly missing: number
  /** The part of `missing` in roles for which the skill is a must. */
  readonly mustMissing: number
  /** `missing` split by role; roles that miss nobody are left out. */
  readonly roles: readonly (Pick<RoleSkillCount, 'importance' | 'missing'> & { readonly role: string })[]
}

type Sortable = { readonly name: string; readonly missing: number; readonly mustMissing: number }
const byWeight = (a: Sortable, b: Sortable) =>
  b.mustMissing - a.mustMissing || b.missing - a.missing || (a.name < b.name ? -1 : Number(a.name > b.name))

const nameOf = (skill: string, index: PackIndex) => index.skillById.get(skill)?.name ?? skill
const mustPart = ({ importance, missing }: Pick<RoleSkillCount, 'importance' | 'missing'>) => (importance === 'must' ? missing : 0)

/** What each role lacks, from `countRoles`: its skills with somebody missing, musts first, then by how many, then by name. */
export const roleGaps = (roles: readonly RoleCount[], index: PackIndex): RoleGap[] =>
  roles.map((role) => {
    const sorted = role.skills
      .filter(({ missing }) => missing > 0)
      .map((count) => ({ count, name: nameOf(count.skill, index), missing: count.missing, mustMissing: mustPart(count) }))
      .toSorted(byWeight)
    return { ...role, skills: sorted.map(({ count }) => count), covered: role.skills.length - sorted.length }
  })

/** What all roles lack together, skill by skill: by must-missing, then missing, then name; covered skills are left out but counted. */
export function skillGaps(roles: readonly RoleCount[], index: PackIndex): { skills: SkillGap[]; covered: number } {
  const cells = roles.flatMap(({ role, skills }) => skills.map((count) => ({ role, ...count })))
  const all = [...Map.groupBy(cells, ({ skill }) => skill)].map(([skill, counts]): SkillGap => {
    const sum = (value: (count: RoleSkillCount) => number) => counts.reduce((total, count) => total + value(count), 0)
    return {
      skill,
      name: nameOf(skill, index),
      expected: sum(({ expected }) => expected),
      met: sum(({ met }) => met),
      below: sum(({ below }) => below),
      notRated: sum(({ notRated }) => notRated),
      unfilled: sum(({ unfilled }) => unfilled),
      missing: sum(({ missing }) => missing),
      mustMissing: sum(mustPart),
      roles: counts.filter(({ missing }) => missing > 0).map(({ role, importance, missing }) => ({ role, importance, missing })),
    }
  })
  const skills = all.filter(({ missing }) => missing > 0).toSorted(byWeight)
  return { skills, covered: all.length - skills.length }
}

/** The rule of these numbers in words, for the report. */
export const hiringRule: readonly string[] = [
  'Counted are the people of the chosen teams, each against the role and seniority they have.',
  'Unfilled positions of a role are the people demanded over all chosen teams minus the people present, never below 0; a team that sets no demand for a role wants those it has.',
  'Demand is counted per role: somebody present fills a position of their role whatever their seniority.',
  'An unfilled position is taken at mid level: it adds one to each skill that the role expects there.',
  'Met means that the current level is at the expected level or above it.',
  'Missing is expected minus met: people below the expected level, people not rated, and unfilled positions, each shown on its own.',
  'Somebody not rated is counted as missing because the level is not shown, not because it is known to be low.',
  'Skills come by what is missing where they are a must, then by all that is missing, then by name; skills that miss nobody are left out and only counted.',
]
