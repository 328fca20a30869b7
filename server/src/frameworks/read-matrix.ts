import { applyChange } from '@plumbline/shared/frameworks/apply-change.ts'
import { noCarry } from '@plumbline/shared/frameworks/carry.ts'
import type { FrameworkChange } from '@plumbline/shared/frameworks/change.ts'
import { checkPack } from '@plumbline/shared/frameworks/check.ts'
import { isRefused } from '@plumbline/shared/frameworks/draft.ts'
import type { Expectation } from '@plumbline/shared/frameworks/pack-roles.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { level } from '@plumbline/shared/levels/level.ts'
import { readCsv } from '#http/read-csv.ts'
import { aboutSkill, cellOf, expectationOf } from './matrix.ts'
import { firstOf, type PackProblem, quoted } from './pack-problem.ts'

type Change = Extract<FrameworkChange, { change: 'expect' }>
interface Cell {
  readonly line: number
  readonly column: number
}
type Told = Cell & { readonly message: string }

/** A row or column of the table that names an entry of the pack. */
interface Named extends Cell {
  readonly id: string
}

function* unknownOrTwice(named: readonly Named[], known: ReadonlySet<string>, kind: 'role' | 'skill'): Generator<Told> {
  const seen = new Map<string, Named>()
  for (const { id, line, column } of named) {
    const before = seen.get(id)
    const first = before && (kind === 'role' ? `column ${before.column}` : `line ${before.line}`)
    if (id === '') yield { line, column, message: `this ${kind === 'role' ? 'column' : 'row'} names no ${kind}` }
    else if (!known.has(id)) yield { line, column, message: `${quoted(id)}: there is no ${kind} with this id in the framework` }
    else if (first !== undefined) yield { line, column, message: `${quoted(id)}: this ${kind} stands in ${first} already` }
    seen.set(id, before ?? { id, line, column })
  }
}

const trimmedEnd = (cells: readonly string[]) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)

/** What a cell asks for, or a sentence where it cannot be read. */
function expectationIn(text: string): Change['expectation'] | string {
  if (text === '') return null
  const [, digit, must] = /^([0-5])\s*(!?)$/.exec(text) ?? []
  const read = level.safeParse(digit === undefined ? undefined : Number(digit))
  if (!read.success) return `${quoted(text)} is no level; write 1 to 5, with ! behind it for a must, or leave the cell blank`
  if (read.data === 0) return 'level 0 is not expected of anybody; leave the cell blank'
  return { level: read.data, importance: must === '!' ? 'must' : 'should' }
}

/** The cells that are not as the pack has them, as edits, and where each stands. */
function editsOf(rows: readonly (Named & { cells: readonly string[] })[], roles: readonly Named[], pack: Pack) {
  const edits = new Map<string, Change & Cell>()
  const told: Told[] = []
  for (const { id: skill, line, cells } of rows)
    for (const { id: role, column } of roles) {
      const text = cells[column - 1] ?? ''
      if (text === cellOf(expectationOf(pack, role, skill))) continue
      const expectation = expectationIn(text)
      const address = `expectations/${role}/${skill}`
      if (typeof expectation === 'string') told.push({ line, column, message: `${address}: ${expectation}` })
      else edits.set(address, { change: 'expect', role, skill, expectation, line, column })
    }
  return { edits, told }
}

function* wrongWidths(rows: readonly (Named & { cells: readonly string[] })[], width: number): Generator<Told> {
  for (const { line, cells } of rows)
    if (cells.length < width || trimmedEnd(cells).length > width)
      yield { line, column: cells.length, message: `this row has ${cells.length} cells, the heading has ${width}` }
}

/** The part of a pack that a change of one expectation looks at: a change of the whole costs as much as the whole, for each of its cells. */
function around(pack: Pack): (change: Change, reasons: Pack['reasons']) => Pack {
  const roles = new Map(pack.roles.map((role) => [role.id, [role]]))
  const skills = new Map(pack.skills.map((skill) => [skill.id, [skill]]))
  return ({ role, skill }, reasons) => {
    const before = expectationOf(pack, role, skill)
    const expectations = { [role]: before === undefined ? {} : { [skill]: before } }
    return { ...pack, roles: roles.get(role) ?? [], skills: skills.get(skill) ?? [], expectations, reasons }
  }
}

/** The pack's expectations after the edits, or the cells that leave the bounds of the framework. */
function edited(pack: Pack, edits: ReadonlyMap<string, Change & Cell>): ReturnType<typeof readMatrix> {
  const rows = new Map(Object.entries(pack.expectations).map(([role, row]) => [role, new Map(Object.entries(row))]))
  const partFor = around(pack)
  let { reasons } = pack
  for (const { line, column, ...change } of edits.values()) {
    const part = partFor(change, reasons)
    const changed = applyChange({ pack: part, carry: noCarry }, part, change)
    if (isRefused(changed)) return { problems: [{ line, column, message: changed.problem }] }
    const row = rows.get(change.role) ?? new Map<string, Expectation>()
    const after = expectationOf(changed.pack, change.role, change.skill)
    if (after) row.set(change.skill, after)
    else row.delete(change.skill)
    rows.set(change.role, row)
    reasons = changed.pack.reasons
  }
  const expectations = Object.fromEntries([...rows].map(([role, row]) => [role, Object.fromEntries(row)]))
  const unsound = checkPack({ ...pack, expectations, reasons }).flatMap((sentence) => {
    const cell = edits.get(sentence.slice(0, sentence.indexOf(': ')))
    return cell ? [{ line: cell.line, column: cell.column, message: sentence }] : []
  })
  return unsound.length > 0 ? { problems: firstOf(unsound, (one) => one) } : { expectations, reasons }
}

/**
 * Reads a table as `matrixToCsv` writes it, with comma, semicolon or tab. Rows and columns that are not in it stay as they are. A cell that says what
 * the pack says keeps its basis and reasons; any other is an edit as `applyChange` makes it. `line` and `column` of a problem are those of the table.
 */
export function readMatrix(
  text: string,
  pack: Pack,
): { expectations: Pack['expectations']; reasons: Pack['reasons'] } | { problems: PackProblem[] } {
  const csv = readCsv(text)
  if (csv.problem !== undefined) return { problems: [{ line: Number(/\d+/.exec(csv.problem)?.[0] ?? 1), column: 1, message: csv.problem }] }
  const [first = [], ...others] = csv.rows
  const heading = trimmedEnd(first)
  const at = heading.indexOf('skill')
  if (at < 0) return { problems: [{ line: 1, column: 1, message: 'the heading has no column "skill"; the ids of roles stand behind it' }] }
  // Only the first column of each name: a role may have the same word for its id.
  const about = new Set(aboutSkill.map((name) => heading.indexOf(name)))
  const roles = heading.map((id, place) => ({ id, line: 1, column: place + 1 })).filter(({ column }) => !about.has(column - 1))
  const rows = others
    .map((cells, place) => ({ id: cells[at] ?? '', line: place + 2, column: at + 1, cells }))
    .filter(({ cells }) => trimmedEnd(cells).length > 0)
  const ids = (entries: readonly { id: string }[]) => new Set(entries.map(({ id }) => id))
  const wrong = [
    ...unknownOrTwice(roles, ids(pack.roles), 'role'),
    ...unknownOrTwice(rows, ids(pack.skills), 'skill'),
    ...wrongWidths(rows, heading.length),
  ]
  if (wrong.length > 0) return { problems: firstOf(wrong, (one) => one) }
  const { edits, told } = editsOf(rows, roles, pack)
  return told.length > 0 ? { problems: firstOf(told, (one) => one) } : edited(pack, edits)
}
