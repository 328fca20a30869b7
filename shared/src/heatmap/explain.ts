import type { Seniority } from '../frameworks/seniority.ts'
import { type AssessmentKind, type Authority, countingLevel, type RawLevels } from '../levels/current.ts'
import { type Level, type LevelNames, levelNames } from '../levels/level.ts'
import type { ExpectedSkill } from '../levels/pack-index.ts'
import { gap, type Mark, mark } from './gap.ts'

/** One cell of the heatmap taken apart: the numbers, and the sentences that say how they came about. */
export type CellExplanation<Reason> = {
  readonly expected: ExpectedSkill | null
  readonly seniority: Seniority
  readonly reasons: readonly Reason[]
  readonly raw: RawLevels
  /** The level that counts and the kind of assessment it comes from. */
  readonly current: { readonly level: Level; readonly kind: AssessmentKind } | null
  readonly ratedOn: string | null
  readonly gap: number | null
  readonly mark: Mark
  readonly sentences: readonly string[]
}

/**
 * Explains a cell. `reasons` are the framework's reasons already looked up; `names` are the framework's names of the levels, and `order` is
 * the organisation's, if it has its own.
 */
export function explainCell<Reason>(cell: {
  readonly expected: ExpectedSkill | null
  readonly seniority: Seniority
  readonly reasons: readonly Reason[]
  readonly self: Level | null
  readonly lead: Level | null
  readonly agreed: Level | null
  readonly ratedOn: string | null
  readonly names?: LevelNames
  readonly order?: Authority
}): CellExplanation<Reason> {
  const { expected, seniority, reasons, self, lead, agreed, ratedOn } = cell
  const raw = { self, lead, agreed }
  const current = countingLevel(raw, cell.order)
  const named = (level: Level) => `${level} (${(cell.names ?? levelNames)[level]})`
  const levels = [expected?.level ?? null, current?.level ?? null] as const
  return {
    expected,
    seniority,
    reasons,
    raw,
    current,
    ratedOn,
    gap: gap(...levels),
    mark: mark(...levels),
    sentences: [expectationSentence(expected, seniority, named), currentSentence(current, raw, named), gapSentence(...levels)],
  }
}

type Named = (level: Level) => string

function expectationSentence(expected: ExpectedSkill | null, seniority: Seniority, named: Named): string {
  if (!expected) return 'The role does not expect this skill.'
  const { level, base, rule, importance } = expected
  const weight = importance === 'must' ? 'It is a must.' : 'It is a should.'
  if (rule === 'as_is') return `The role expects ${named(level)}. ${weight}`
  const how = rule === 'fixed' ? `the framework sets ${named(level)} for every ${seniority}` : `${seniority} makes it ${named(level)}`
  return `The role expects ${named(base)} at mid level; ${how}. ${weight}`
}

const kindNames = { self: 'own', lead: "lead's", agreed: 'agreed' } as const

function currentSentence(current: { level: Level; kind: AssessmentKind } | null, raw: RawLevels, named: Named): string {
  if (!current) return 'No rating counts yet.'
  const others = (['agreed', 'lead', 'self'] as const)
    .filter((kind) => kind !== current.kind)
    .map((kind) => (raw[kind] === null ? `no ${kindNames[kind]} rating` : `${kindNames[kind]} rating ${raw[kind]}`))
  return `The ${kindNames[current.kind]} rating ${named(current.level)} counts; beside it: ${others.join(', ')}.`
}

function gapSentence(expected: Level | null, current: Level | null): string {
  const difference = gap(expected, current)
  if (expected === null) return 'There is nothing to compare with.'
  if (difference === null) return 'Not rated: no gap is claimed, and it is not shown to be met.'
  return difference === 0 ? 'The expectation is met.' : `The gap is ${expected} − ${current} = ${difference}.`
}
