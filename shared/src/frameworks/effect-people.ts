import { type PackIndex, roleExpectations } from '../levels/pack-index.ts'
import type { PersonLevels } from '../levels/person-levels.ts'
import type { Carry } from './carry.ts'
import type { DraftEffect } from './contract.ts'
import type { Seniority } from './seniority.ts'

/** Before and after, ready for looking up. */
export interface Compared {
  readonly now: PackIndex
  readonly after: PackIndex
  readonly carry: Carry
  /** Where the levels of a skill stand, also of one that only the draft's origin has. */
  readonly positions: ReadonlyMap<string, number>
}

type OfPerson = Omit<PersonLevels, 'id'>
type OfPeople = Pick<DraftEffect, 'people' | 'newQuestions' | 'droppedQuestions' | 'raised' | 'lowered'>

/** What changes for everyone in a role at a seniority. */
interface Change {
  /** Of each skill that is newly asked: where a level may stand that answers it already. */
  readonly asked: readonly (readonly number[])[]
  readonly dropped: number
  readonly raised: boolean
  readonly lowered: boolean
}

const levelsOf = (index: PackIndex, role: string | null, seniority: Seniority) =>
  new Map(roleExpectations(index, role, seniority).flatMap((one) => (one === null ? [] : [[one.skill, one.level] as const])))

/** The role that a person has once the draft is published. */
export function roleAfter(role: string | null, { after, carry }: Compared): string | null {
  if (role === null || after.roleById.has(role)) return role
  return (Object.hasOwn(carry.roles, role) ? carry.roles[role]?.[0] : undefined) ?? null
}

/** Skills by the one that they take over. */
function takenOver({ carry }: Compared): ReadonlyMap<string, string> {
  return new Map(Object.entries(carry.skills).flatMap(([gone, heirs]) => heirs.map((heir) => [heir, gone] as const)))
}

function changeOf(compared: Compared, before: ReadonlyMap<string, string>, role: string | null, seniority: Seniority): Change {
  const { now, after, carry, positions } = compared
  const was = levelsOf(now, role, seniority)
  const will = levelsOf(after, roleAfter(role, compared), seniority)
  const levelBefore = (skill: string) => was.get(skill) ?? was.get(before.get(skill) ?? skill)
  const positionsOf = (skill: string) => [skill, before.get(skill) ?? skill].flatMap((id) => positions.get(id) ?? [])
  const heirs = new Map(Object.entries(carry.skills))
  const goesOn = (skill: string) => will.has(skill) || (heirs.get(skill) ?? []).some((heir) => will.has(heir))
  const steps = [...will].map(([skill, level]) => level - (levelBefore(skill) ?? level))
  return {
    asked: [...will.keys()].filter((skill) => levelBefore(skill) === undefined).map(positionsOf),
    dropped: [...was.keys()].filter((skill) => !goesOn(skill)).length,
    raised: steps.some((step) => step > 0),
    lowered: steps.some((step) => step < 0),
  }
}

/** So many people have so many questions; those with none are left out. */
function spread(numbers: readonly number[]): { questions: number; people: number }[] {
  const groups = Map.groupBy(
    numbers.filter((questions) => questions > 0),
    (questions) => questions,
  )
  return [...groups].map(([questions, people]) => ({ questions, people: people.length })).toSorted((a, b) => a.questions - b.questions)
}

/**
 * What publishing does to people: each counted once per number. A question is new when the role expects a skill that it does not expect now,
 * neither itself nor the skill that it takes over, and the person has no level in either. A skill that is split or renamed is asked on and not
 * new. Rises and falls are of skills expected before and after, an heir against what it takes over.
 */
export function effectOnPeople(compared: Compared, people: Iterable<OfPerson>): OfPeople {
  const before = takenOver(compared)
  const changes = new Map<string, Change>()
  const asked: number[] = []
  const dropped: number[] = []
  let raised = 0
  let lowered = 0
  for (const { role, seniority, levels } of people) {
    const key = `${seniority} ${role ?? ''}`
    const change = changes.get(key) ?? changeOf(compared, before, role, seniority)
    changes.set(key, change)
    asked.push(change.asked.filter((positions) => positions.every((at) => (levels[at] ?? null) === null)).length)
    dropped.push(change.dropped)
    raised += Number(change.raised)
    lowered += Number(change.lowered)
  }
  return { people: asked.length, newQuestions: spread(asked), droppedQuestions: spread(dropped), raised, lowered }
}
