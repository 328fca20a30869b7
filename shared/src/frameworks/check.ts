import { basis, type Expectation, type Pack, type Practice, type Source } from './pack.ts'

type Entry = { id: string }
type Kind = 'document' | 'category' | 'skill' | 'role' | 'reason' | 'practice area' | 'certification'
type Reference = { at: string; kind: Kind; id: string }

/** Every list of the pack under the name that its key has there. */
const lists = (pack: Pack) => ({
  documents: pack.documents,
  categories: pack.categories,
  skills: pack.skills,
  roles: pack.roles,
  reasons: pack.reasons,
  areas: pack.areas,
  practices: pack.practices,
  certifications: pack.certifications,
  certificationNotes: pack.certificationNotes ?? [],
})

function* repeatedIds(name: string, entries: readonly Entry[]) {
  const seen = new Set<string>()
  for (const { id } of entries) {
    if (seen.has(id)) yield `${name}/${id}: this id is used more than once`
    seen.add(id)
  }
}

function* references(pack: Pack): Generator<Reference> {
  for (const [name, entries] of Object.entries(lists(pack)) as [string, readonly (Entry & { sources?: Source[] })[]][])
    for (const entry of entries)
      for (const { document } of entry.sources ?? []) yield { at: `${name}/${entry.id}`, kind: 'document', id: document }
  for (const [seniority, { fixed }] of Object.entries(pack.seniorities))
    for (const id of Object.keys(fixed)) yield { at: `seniorities/${seniority}`, kind: 'skill', id }
  for (const { id, category } of pack.skills) yield { at: `skills/${id}`, kind: 'category', id: category }
  for (const [role, skills] of Object.entries(pack.expectations)) {
    yield { at: `expectations/${role}`, kind: 'role', id: role }
    for (const [skill, { reasons }] of Object.entries(skills)) {
      const at = `expectations/${role}/${skill}`
      yield { at, kind: 'skill', id: skill }
      for (const id of reasons) yield { at, kind: 'reason', id }
    }
  }
  for (const { id, area, needs } of pack.practices) {
    yield { at: `practices/${id}`, kind: 'practice area', id: area }
    for (const { skill } of needs) yield { at: `practices/${id}`, kind: 'skill', id: skill }
  }
  for (const { id, roles, skills, replacedBy } of pack.certifications) {
    const at = `certifications/${id}`
    for (const { role } of roles) yield { at, kind: 'role', id: role }
    for (const skill of skills) yield { at, kind: 'skill', id: skill }
    if (replacedBy !== null) yield { at, kind: 'certification', id: replacedBy }
  }
}

function* unresolved(pack: Pack) {
  const ids = (entries: readonly Entry[]) => new Set(entries.map((entry) => entry.id))
  const known: Record<Kind, Set<string>> = {
    document: ids(pack.documents),
    category: ids(pack.categories),
    skill: ids(pack.skills),
    role: ids(pack.roles),
    reason: ids(pack.reasons),
    'practice area': ids(pack.areas),
    certification: ids(pack.certifications),
  }
  for (const { at, kind, id } of references(pack)) if (!known[kind].has(id)) yield `${at}: ${kind} "${id}" does not exist`
}

function* wrongPositions(skills: Pack['skills']) {
  const holders = new Map<number, string>()
  for (const { id, position } of skills) {
    const holder = holders.get(position)
    if (holder !== undefined) yield `skills/${id}: position ${position} already belongs to "${holder}"`
    else holders.set(position, id)
    if (position >= skills.length)
      yield `skills/${id}: position ${position} is too high, ${skills.length} skills fill 0 to ${skills.length - 1}`
  }
}

function* wrongBasis(at: string, expectation: Expectation, reasons: ReadonlyMap<string, Pack['reasons'][number]>) {
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

/**
 * What is wrong in a pack beyond its shape, one sentence each; empty when it is sound. A sentence begins with the address of its
 * entry, such as `practices/idp-03`. Checked: every id referred to exists; ids are unique; positions run from 0 without a hole; the
 * basis of an expectation is that of its strongest reason, which stands first; practices name the source or the model they come from.
 */
export function checkPack(pack: Pack): string[] {
  const reasons = new Map(pack.reasons.map((reason) => [reason.id, reason]))
  return [
    ...Object.entries(lists(pack)).flatMap(([name, entries]) => [...repeatedIds(name, entries)]),
    ...unresolved(pack),
    ...wrongPositions(pack.skills),
    ...Object.entries(pack.expectations).flatMap(([role, skills]) =>
      Object.entries(skills).flatMap(([skill, expectation]) => [...wrongBasis(`expectations/${role}/${skill}`, expectation, reasons)]),
    ),
    ...pack.practices.flatMap((practice) => [...missingOrigin(practice)]),
  ]
}
