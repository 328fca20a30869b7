import { listsOf, unresolved } from './check-references.ts'
import type { Pack } from './pack.ts'
import type { Practice } from './pack-practices.ts'
import type { Expectation } from './pack-roles.ts'
import { basis } from './pack-source.ts'

interface Entry {
  readonly id: string
}

function* repeatedIds(name: string, entries: readonly Entry[]) {
  const seen = new Set<string>()
  for (const { id } of entries) {
    if (seen.has(id)) yield `${name}/${id}: this id is used more than once`
    seen.add(id)
  }
}

function* repeatedWithin(pack: Pack) {
  for (const { id, items } of pack.models) yield* repeatedIds(`models/${id}`, items)
  for (const { id, stages, totals, notes } of pack.roadmaps) {
    yield* repeatedIds(`roadmaps/${id}`, stages)
    yield* repeatedIds(`roadmaps/${id}`, [...totals, ...notes])
  }
  for (const { id, points } of pack.comparisons) yield* repeatedIds(`comparisons/${id}`, points)
}

function* sharedPositions(skills: Pack['skills']) {
  const holders = new Map<number, string>()
  for (const { id, position } of skills) {
    const holder = holders.get(position)
    if (holder !== undefined) yield `skills/${id}: position ${position} already belongs to "${holder}"`
    else holders.set(position, id)
  }
}

function* wrongSeniorities({ seniorities }: Pack) {
  for (const [name, { min, max }] of Object.entries(seniorities))
    if (min > max) yield `seniorities/${name}: its lowest level ${min} is above its highest ${max}`
  if (seniorities.mid.shift !== 0) yield 'seniorities/mid: expectations stand at mid level, so it shifts nothing'
  if (seniorities.entry.shift > 0) yield 'seniorities/entry: an entry level expects no more than mid level'
  if (seniorities.senior.shift < 0 || seniorities.architect.shift < seniorities.senior.shift)
    yield 'seniorities/senior: seniorities rise from mid over senior to architect'
}

function* wrongExpectation(at: string, expectation: Expectation, pack: Pack, reasons: ReadonlyMap<string, Pack['reasons'][number]>) {
  const { min, max } = pack.seniorities.mid
  if (expectation.level < Math.max(1, min) || expectation.level > max)
    yield `${at}: level ${expectation.level} is outside ${Math.max(1, min)} to ${max}, the bounds of mid level; leave out what is not expected`
  const given = expectation.reasons.flatMap((id) => reasons.get(id) ?? [])
  const strongest = basis.options.find((option) => given.some((reason) => reason.basis === option))
  if (strongest === undefined) return
  if (expectation.basis !== strongest) yield `${at}: basis is ${expectation.basis}, but its strongest reason is ${strongest}`
  if (given[0]?.basis !== strongest) yield `${at}: a ${strongest} reason has to stand first`
}

function* missingOrigin({ id, status, models, sources }: Practice) {
  if (status === 'field' && models.length === 0) yield `practices/${id}: a field practice has to name the model that asks it`
  if (status !== 'field' && status !== 'derived' && sources.length === 0)
    yield `practices/${id}: a ${status} practice has to name its source`
}

/** A skill on the way back to itself through what it needs first. */
function* circles({ skills }: Pack) {
  const needs = new Map(skills.map(({ id, prerequisites }) => [id, prerequisites]))
  for (const { id } of skills) {
    const reached = new Set<string>()
    const open = [...(needs.get(id) ?? [])]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue
      reached.add(next)
      open.push(...(needs.get(next) ?? []))
    }
    if (reached.has(id)) yield `skills/${id}: needs itself first, by way of its prerequisites`
  }
}

/**
 * What is wrong in a pack beyond its shape, one sentence each; empty when it is sound. A sentence begins with the address of its
 * entry, such as `practices/idp-03`. Checked: every id referred to exists; ids and positions are unique; expectations lie within the bounds
 * of mid level; seniorities rise; the basis of an expectation is that of its strongest reason, which stands first; what a practice or a reason
 * stands on is named; no skill needs itself first.
 */
export function checkPack(pack: Pack): string[] {
  const reasons = new Map(pack.reasons.map((reason) => [reason.id, reason]))
  return [
    ...Object.entries(listsOf(pack)).flatMap(([name, entries]) => [...repeatedIds(name, entries)]),
    ...repeatedWithin(pack),
    ...unresolved(pack),
    ...sharedPositions(pack.skills),
    ...wrongSeniorities(pack),
    ...Object.entries(pack.expectations).flatMap(([role, skills]) =>
      Object.entries(skills).flatMap(([skill, expectation]) => [
        ...wrongExpectation(`expectations/${role}/${skill}`, expectation, pack, reasons),
      ]),
    ),
    ...pack.reasons.flatMap(({ id, basis, sources }) =>
      basis !== 'derived' && sources.length === 0 ? [`reasons/${id}: a ${basis} reason has to name its source`] : [],
    ),
    ...pack.practices.flatMap((practice) => [...missingOrigin(practice)]),
    ...circles(pack),
  ]
}
