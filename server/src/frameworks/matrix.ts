import { stringify } from 'csv-stringify/sync'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Expectation } from '@plumbline/shared/frameworks/pack-roles.ts'

/** The columns in front of the roles. Only `skill` is read back. */
export const aboutSkill = ['skill', 'name', 'category'] as const

/** A cell of the matrix: the level at mid, with `!` where it is a must; blank where nothing is expected. */
export const cellOf = (expectation: Expectation | undefined): string =>
  expectation === undefined ? '' : `${expectation.level}${expectation.importance === 'must' ? '!' : ''}`

/** What the pack expects of a role in a skill, if anything. */
export function expectationOf({ expectations }: Pick<Pack, 'expectations'>, role: string, skill: string): Expectation | undefined {
  const row = Object.hasOwn(expectations, role) ? expectations[role] : undefined
  return row && Object.hasOwn(row, skill) ? row[skill] : undefined
}

/**
 * The expected levels as a CSV table (RFC 4180, UTF-8, CRLF): a row per skill, a column per role, `3!` for a must at level 3, blank where nothing is
 * expected. Names that a spreadsheet would take for a formula begin with an apostrophe.
 */
export function matrixToCsv(pack: Pack): string {
  const roles = pack.roles.map(({ id }) => id)
  const rows = pack.skills.map(({ id, name, category }) => [
    id,
    name,
    category,
    ...roles.map((role) => cellOf(expectationOf(pack, role, id))),
  ])
  return stringify([[...aboutSkill, ...roles], ...rows], { escape_formulas: true, record_delimiter: 'windows' })
}
