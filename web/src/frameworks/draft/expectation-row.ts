import type { FrameworkChange } from '@plumbline/shared/frameworks/change.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Expectation } from '@plumbline/shared/frameworks/pack-roles.ts'
import type { Level } from '@plumbline/shared/levels/level.ts'

/** One cell of a role's row while it is edited. */
export interface EditedCell {
  /** null: not expected. */
  readonly level: Level | null
  readonly importance: Expectation['importance']
  /** The organisation's own; blank to keep those there are. */
  readonly reason: string
}

type Expect = Extract<FrameworkChange, { change: 'expect' }>

export const cellOf = (expectation: Expectation | undefined): EditedCell =>
  expectation === undefined
    ? { level: null, importance: 'should', reason: '' }
    : { level: expectation.level, importance: expectation.importance, reason: '' }

/** The levels that a role may expect at mid level. */
export function levelsAtMid({ seniorities: { mid } }: Pick<Pack, 'seniorities'>): Level[] {
  return ([1, 2, 3, 4, 5] as const).filter((level) => level >= mid.min && level <= mid.max)
}

/** The edits of a row that are not what the draft has already, in the order of its skills. Skills that are gone meanwhile are left out. */
export function rowChanges(pack: Pack, role: string, edited: ReadonlyMap<string, EditedCell>): Expect[] {
  return pack.skills.flatMap(({ id: skill }): Expect[] => {
    const cell = edited.get(skill)
    const now = pack.expectations[role]?.[skill]
    if (cell === undefined) return []
    const { level, importance } = cell
    if (level === null) return now === undefined ? [] : [{ change: 'expect', role, skill, expectation: null }]
    const reason = cell.reason.trim()
    if (now?.level === level && now.importance === importance && reason === '') return []
    return [{ change: 'expect', role, skill, expectation: { level, importance, ...(reason !== '' && { reason }) } }]
  })
}
