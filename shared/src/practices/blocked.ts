import type { Practice } from '../frameworks/pack-practices.ts'
import type { Level } from '../levels/level.ts'
import type { PackIndex } from '../levels/pack-index.ts'
import type { PersonLevels } from '../levels/person-levels.ts'
import { type Answers, isApplicable, isMet } from './maturity.ts'

/** Skill id → how many people stand exactly at each level, 0 to 5. Unrated people are in none of them. */
export type PeopleByLevel = ReadonlyMap<string, readonly number[]>

export function peopleByLevel(people: readonly PersonLevels[], index: PackIndex): PeopleByLevel {
  const standing = (position: number, level: number) => people.filter((person) => person.levels[position] === level).length
  return new Map(
    [...index.skillById.values()].map(({ id, position }) => [id, [0, 1, 2, 3, 4, 5].map((level) => standing(position, level))]),
  )
}

export type Shortage = { readonly skill: string; readonly level: Level; readonly need: number; readonly have: number }
export type BlockedPractice = { readonly practice: Practice; readonly shortages: readonly Shortage[] }

/**
 * Practices that missing skills hold back: applicable and not met, while every applicable practice of a lower level in their area is
 * met, and for at least one need fewer people than needed stand at its level or above.
 */
export function blockedPractices(practices: readonly Practice[], answers: Answers, people: PeopleByLevel): BlockedPractice[] {
  const open = practices.filter((practice) => isApplicable(practice, answers) && !isMet(practice, answers))
  const isNext = ({ area, level }: Practice) => !open.some((other) => other.area === area && other.level < level)
  return open
    .filter(isNext)
    .map((practice) => ({ practice, shortages: shortagesOf(practice, people) }))
    .filter(({ shortages }) => shortages.length > 0)
}

function shortagesOf(practice: Practice, people: PeopleByLevel): Shortage[] {
  return practice.needs
    .map(({ skill, level, people: need }) => {
      const have = (people.get(skill) ?? []).slice(level).reduce((sum, count) => sum + count, 0)
      return { skill, level, need, have }
    })
    .filter(({ need, have }) => have < need)
}

export type UnblockingSkill = {
  readonly skill: string
  /** Ids of the practices for which this skill alone is short: closing it unblocks them. */
  readonly unblocks: readonly string[]
  /** Ids of the practices that are short of other skills as well. */
  readonly helps: readonly string[]
}

/** The short skills by how many practices they would unblock, then by how many they would help, then by id. */
export function rankUnblocking(blocked: readonly BlockedPractice[]): UnblockingSkill[] {
  const short = blocked.map(({ practice, shortages }) => ({ id: practice.id, skills: new Set(shortages.map(({ skill }) => skill)) }))
  const skills = new Set(short.flatMap((practice) => [...practice.skills]))
  return [...skills]
    .map((skill) => {
      const held = short.filter((practice) => practice.skills.has(skill))
      return {
        skill,
        unblocks: held.filter((practice) => practice.skills.size === 1).map(({ id }) => id),
        helps: held.filter((practice) => practice.skills.size > 1).map(({ id }) => id),
      }
    })
    .toSorted((a, b) => b.unblocks.length - a.unblocks.length || b.helps.length - a.helps.length || (a.skill < b.skill ? -1 : 1))
}
