import type { Pack } from './pack.ts'
import type { Source } from './pack-source.ts'

interface Entry {
  readonly id: string
}
type Kind =
  | 'document'
  | 'category'
  | 'skill'
  | 'reason'
  | 'reason for months'
  | 'tool'
  | 'role'
  | 'practice area'
  | 'certification'
  | 'roadmap'
interface Reference {
  readonly at: string
  readonly kind: Kind
  readonly id: string
}

/** Every list of the pack under the name that its key has there. */
export const listsOf = (pack: Pack): Readonly<Record<string, readonly (Entry & { readonly sources?: readonly Source[] })[]>> => ({
  documents: pack.documents,
  models: pack.models,
  categories: pack.categories,
  skills: pack.skills,
  monthReasons: pack.monthReasons,
  tools: pack.tools,
  roles: pack.roles,
  personas: pack.personas,
  reasons: pack.reasons,
  areas: pack.areas,
  practices: pack.practices,
  certifications: pack.certifications,
  certificationNotes: pack.certificationNotes,
  comparisons: pack.comparisons,
  roadmaps: pack.roadmaps,
  correspondences: pack.correspondences,
  claims: pack.claims,
  contradictions: pack.contradictions,
})

function* all(at: string, kind: Kind, ids: readonly string[]): Generator<Reference> {
  for (const id of ids) yield { at, kind, id }
}

const documentsOf = (at: string, sources: readonly Source[] = []) =>
  all(
    at,
    'document',
    sources.map(({ document }) => document),
  )

function* ofSkillsAndRoles(pack: Pack): Generator<Reference> {
  for (const [seniority, { fixed }] of Object.entries(pack.seniorities)) yield* all(`seniorities/${seniority}`, 'skill', Object.keys(fixed))
  for (const { id, category, prerequisites, months } of pack.skills) {
    const at = `skills/${id}`
    yield { at, kind: 'category', id: category }
    yield* all(at, 'skill', prerequisites)
    if (months) yield { at, kind: 'reason for months', id: months.reason }
  }
  for (const { id, skills } of pack.tools) yield* all(`tools/${id}`, 'skill', skills)
  for (const { id, role } of pack.personas) if (role !== null) yield { at: `personas/${id}`, kind: 'role', id: role }
  for (const [role, skills] of Object.entries(pack.expectations)) {
    yield { at: `expectations/${role}`, kind: 'role', id: role }
    for (const [skill, { reasons }] of Object.entries(skills)) {
      const at = `expectations/${role}/${skill}`
      yield { at, kind: 'skill', id: skill }
      yield* all(at, 'reason', reasons)
    }
  }
  for (const { id, area, needs } of pack.practices) {
    yield { at: `practices/${id}`, kind: 'practice area', id: area }
    yield* all(
      `practices/${id}`,
      'skill',
      needs.map(({ skill }) => skill),
    )
  }
}

function* ofLearning(pack: Pack): Generator<Reference> {
  for (const { id, roles, skills, replacedBy } of pack.certifications) {
    const at = `certifications/${id}`
    yield* all(
      at,
      'role',
      roles.map(({ role }) => role),
    )
    yield* all(at, 'skill', skills)
    if (replacedBy !== null) yield { at, kind: 'certification', id: replacedBy }
  }
  for (const { id, of, points } of pack.comparisons) {
    yield* all(`comparisons/${id}`, 'certification', [...of, ...points.flatMap(({ values }) => values.map((value) => value.certification))])
    for (const { sources } of points) yield* documentsOf(`comparisons/${id}`, sources)
  }
  for (const { id, roles, stages, totals, notes } of pack.roadmaps) {
    const at = `roadmaps/${id}`
    yield* all(at, 'role', roles)
    for (const { sources } of [...totals, ...notes]) yield* documentsOf(at, sources)
    for (const { skills, groups, tools, certifications, sources } of stages) {
      yield* all(at, 'skill', [...skills.map(({ skill }) => skill), ...groups.flatMap((group) => group.skills)])
      yield* all(at, 'tool', tools)
      yield* all(at, 'certification', certifications)
      yield* documentsOf(at, sources)
    }
  }
  for (const { id, stages, only } of pack.correspondences)
    yield* all(
      `correspondences/${id}`,
      'roadmap',
      [...stages, ...only].map(({ roadmap }) => roadmap),
    )
}

function* ofMarket(pack: Pack): Generator<Reference> {
  for (const { id, roles, skills, certifications } of pack.claims) {
    yield* all(`claims/${id}`, 'role', roles)
    yield* all(`claims/${id}`, 'skill', skills)
    yield* all(`claims/${id}`, 'certification', certifications)
  }
  for (const { id, positions } of pack.contradictions)
    for (const { sources } of positions) yield* documentsOf(`contradictions/${id}`, sources)
}

function* ofModels(pack: Pack): Generator<string> {
  const items = new Set(pack.models.flatMap(({ id, items }) => items.map((item) => `${id}/${item.id}`)))
  for (const [list, entries] of [['skills', pack.skills] as const, ['practices', pack.practices] as const])
    for (const { id, models } of entries)
      for (const item of models) if (!items.has(item)) yield `${list}/${id}: "${item}" is no item of a model of the pack`
}

function* ofStages({ roadmaps, correspondences }: Pack): Generator<string> {
  const stages = new Map(roadmaps.map((roadmap) => [roadmap.id, new Map(roadmap.stages.map(({ id, order }) => [id, order]))]))
  for (const { id, stages: own } of roadmaps)
    for (const { id: stage, order, after } of own)
      for (const before of after)
        if ((stages.get(id)?.get(before) ?? order) >= order)
          yield `roadmaps/${id}: stage "${stage}" comes after "${before}", which is no earlier stage of it`
  for (const { id, stages: pair } of correspondences)
    for (const { roadmap, stages: ids } of pair)
      for (const stage of ids) if (!stages.get(roadmap)?.has(stage)) yield `correspondences/${id}: "${stage}" is no stage of "${roadmap}"`
}

/** Every id that is referred to and does not exist, one sentence each, which begins with the address of the entry that refers to it. */
export function* unresolved(pack: Pack): Generator<string> {
  const ids = (entries: readonly Entry[]) => new Set(entries.map((entry) => entry.id))
  const known: Readonly<Record<Kind, ReadonlySet<string>>> = {
    document: ids(pack.documents),
    category: ids(pack.categories),
    skill: ids(pack.skills),
    reason: ids(pack.reasons),
    'reason for months': ids(pack.monthReasons),
    tool: ids(pack.tools),
    role: ids(pack.roles),
    'practice area': ids(pack.areas),
    certification: ids(pack.certifications),
    roadmap: ids(pack.roadmaps),
  }
  const references = [
    ...Object.entries(listsOf(pack)).flatMap(([list, entries]) =>
      entries.flatMap((entry) => [...documentsOf(`${list}/${entry.id}`, entry.sources)]),
    ),
    ...ofSkillsAndRoles(pack),
    ...ofLearning(pack),
    ...ofMarket(pack),
  ]
  for (const { at, kind, id } of references) if (!known[kind].has(id)) yield `${at}: ${kind} "${id}" does not exist`
  yield* ofModels(pack)
  yield* ofStages(pack)
}
