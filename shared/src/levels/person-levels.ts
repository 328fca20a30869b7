import type { Seniority } from '../frameworks/seniority.ts'
import type { Level } from './level.ts'
import { type ExpectedSkill, type PackIndex, roleExpectations } from './pack-index.ts'

/** A person as the numbers see them: current levels by skill position. An array may be short: later positions are unrated. */
export type PersonLevels = {
  readonly id: string
  readonly role: string | null
  readonly seniority: Seniority
  readonly levels: readonly (Level | null)[]
}

/** The skills that a person's role expects of them, each with the current level (`null` when unrated), by position. */
export const expectedOf = (person: PersonLevels, index: PackIndex): { expected: ExpectedSkill; current: Level | null }[] =>
  roleExpectations(index, person.role, person.seniority)
    .filter((expected) => expected !== null)
    .map((expected) => ({ expected, current: person.levels[expected.position] ?? null }))
