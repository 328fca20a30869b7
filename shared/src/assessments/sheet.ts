import type { Pack } from '../frameworks/pack.ts'
import type { Seniority } from '../frameworks/seniority.ts'
import type { Level } from '../levels/level.ts'
import { type ExpectedSkill, type PackIndex, roleExpectations } from '../levels/pack-index.ts'
import { type Fit, fit } from '../heatmap/fit.ts'
import type { Answers } from './answers.ts'

/** One line of the assessment: a skill, and what the person's role expects of it (`null` where it expects nothing). */
export interface SheetSkill {
  readonly id: string
  readonly name: string
  readonly expected: ExpectedSkill | null
}

export interface SheetGroup {
  readonly id: string
  readonly name: string
  readonly skills: readonly SheetSkill[]
}

/** The skills to rate: those of the person's role, then all others, each by category in the framework's order. */
export interface Sheet {
  readonly role: readonly SheetGroup[]
  readonly others: readonly SheetGroup[]
}

interface Rated {
  readonly roleId: string | null
  readonly seniority: Seniority
}

export function assessmentSheet(pack: Pick<Pack, 'skills' | 'categories'>, index: PackIndex, { roleId, seniority }: Rated): Sheet {
  const expectations = roleExpectations(index, roleId, seniority)
  const skills = pack.skills.map((skill) => ({ ...skill, expected: expectations[skill.position] ?? null }))
  const grouped = (belongs: (skill: { expected: ExpectedSkill | null }) => boolean): SheetGroup[] =>
    pack.categories
      .map((category) => ({
        ...category,
        skills: skills
          .filter((skill) => skill.category === category.id && belongs(skill))
          .map(({ id, name, expected }) => ({ id, name, expected })),
      }))
      .filter((group) => group.skills.length > 0)
  return { role: grouped((skill) => skill.expected !== null), others: grouped((skill) => skill.expected === null) }
}

/** How many of these skills have an answer, "not sure" included, in the draft or from the last time. */
export function progressOf(groups: readonly SheetGroup[], draft: Answers, submitted: Answers): { answered: number; total: number } {
  const skills = groups.flatMap((group) => group.skills)
  return { answered: skills.filter(({ id }) => Object.hasOwn(draft, id) || Object.hasOwn(submitted, id)).length, total: skills.length }
}

/** The answers of last time that the draft does not say anew, for the skills of these groups: to confirm them as they were. */
export const unconfirmed = (groups: readonly SheetGroup[], draft: Answers, submitted: Answers): Answers =>
  Object.fromEntries(
    groups.flatMap((group) =>
      group.skills.flatMap(({ id }) => {
        const last = Object.hasOwn(submitted, id) ? submitted[id] : undefined
        return last === undefined || Object.hasOwn(draft, id) ? [] : [[id, { level: last.level, interest: last.interest, note: last.note }]]
      }),
    ),
  )

/** How one's own answers stand to one's role. What a lead rated or what was agreed is not in it. */
export function ownFit(index: PackIndex, { roleId, seniority }: Rated, answers: Answers): Fit {
  const levels: (Level | null)[] = index.skills.map((skill) => (skill && answers[skill.id]?.level) ?? null)
  return fit(levels, roleExpectations(index, roleId, seniority))
}
