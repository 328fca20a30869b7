import { stringify } from 'csv-stringify/sync'
import type { Source } from '@plumbline/shared/frameworks/pack-source.ts'
import type { HiringReport } from '@plumbline/shared/hiring/contract.ts'

const columns = [
  'day',
  'organisation',
  'scope',
  'framework_version',
  'kind',
  'role',
  'skill',
  'importance',
  'level_at_mid',
  'basis',
  'present',
  'demanded',
  'expected',
  'met',
  'below',
  'not_rated',
  'unfilled',
  'missing',
  'must_missing',
  'sources',
  'note',
] as const
type Row = Partial<Record<(typeof columns)[number], string | number>>

/**
 * A report as one CSV table (RFC 4180, UTF-8, CRLF), with the same columns in every row. `kind` tells the rows apart: `role` (people present and
 * demanded), `role-skill` (one skill in one role, with the level expected at mid, its basis and sources), `skill` (over all roles) and `rule`
 * (one sentence of how it was counted, in `note`). What a kind does not have is left empty. Names that a spreadsheet would take
 * for a formula begin with an apostrophe.
 */
export function reportCsv(report: HiringReport): string {
  const scope = report.teams.map(({ name }) => name).join('; ')
  const about: Row = { day: report.day, organisation: report.organisation, scope, framework_version: report.frameworkVersion }
  const rows = [
    ...report.gaps.roles.flatMap((role) => roleRows(report, role)),
    ...skillRows(report),
    ...report.rule.map((note) => ({ kind: 'rule', note })),
  ]
  return stringify(
    rows.map((row): Row => ({ ...about, ...row })),
    { header: true, columns: [...columns], escape_formulas: true, record_delimiter: 'windows' },
  )
}

interface Counts {
  expected: number
  met: number
  below: number
  notRated: number
  unfilled: number
  missing: number
}
const counts = ({ expected, met, below, notRated, unfilled, missing }: Counts) => ({
  expected,
  met,
  below,
  not_rated: notRated,
  unfilled,
  missing,
})

function roleRows(report: HiringReport, { role, present, demanded, unfilled, skills }: HiringReport['gaps']['roles'][number]): Row[] {
  const named = { role: report.roleNames[role] ?? role }
  return [
    { kind: 'role', ...named, present, demanded, unfilled },
    ...skills.map(({ skill, importance, ...numbers }): Row => {
      const expectation = report.expectations[role]?.[skill]
      const why = expectation && {
        level_at_mid: expectation.level,
        basis: expectation.basis,
        sources: sourcesText(report, expectation.sources),
      }
      return { kind: 'role-skill', ...named, skill: report.skillNames[skill] ?? skill, importance, ...counts(numbers), ...why }
    }),
  ]
}

const skillRows = (report: HiringReport): Row[] =>
  report.gaps.skills.map(({ skill, mustMissing, ...numbers }) => ({
    kind: 'skill',
    skill: report.skillNames[skill] ?? skill,
    ...counts(numbers),
    must_missing: mustMissing,
  }))

function sourcesText(report: HiringReport, sources: readonly Source[]): string {
  const title = (id: string) => report.documents.find((document) => document.id === id)?.title ?? id
  return sources
    .map(({ document, section, printed }) => `${title(document)} (${section})${printed === undefined ? '' : `: “${printed}”`}`)
    .join(' | ')
}
