import { listsOf } from '@plumbline/shared/frameworks/check-references.ts'
import type { EntryDifference, FieldDifference } from '@plumbline/shared/frameworks/difference.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { levelNamesOf } from '@plumbline/shared/levels/level.ts'
import { type NameOf, valueLines } from './value-lines.ts'

/** Names of the later pack come before those of the earlier one. */
export function namesIn(before: Pack, after: Pack): NameOf {
  const names = new Map<string, string>()
  for (const pack of [before, after])
    for (const [list, entries] of Object.entries(listsOf(pack)))
      for (const entry of entries) names.set(`${list}/${entry.id}`, nameOf(entry))
  return (list, id) => names.get(`${list}/${id}`) ?? id
}

const named = ['name', 'title', 'text', 'topic'] as const

function nameOf(entry: { readonly id: string }): string {
  const record = entry as Readonly<Record<string, unknown>>
  const words = named.map((key) => record[key]).find((value) => typeof value === 'string')
  return typeof words === 'string' ? words : entry.id
}

export interface GroupOfDifferences {
  readonly list: string
  readonly title: string
  readonly count: Readonly<Record<EntryDifference['kind'], number>>
  readonly differences: readonly EntryDifference[]
}

const titles: Readonly<Record<string, string>> = {
  pack: 'Framework',
  documents: 'Documents',
  models: 'Open models',
  categories: 'Categories',
  skills: 'Skills',
  monthReasons: 'Reasons for months',
  tools: 'Tools',
  roles: 'Roles',
  personas: 'Personas',
  reasons: 'Reasons',
  areas: 'Practice areas',
  practices: 'Practices',
  certifications: 'Certifications',
  certificationNotes: 'Notes on certifications',
  comparisons: 'Comparisons',
  roadmaps: 'Roadmaps',
  correspondences: 'Correspondences',
  claims: 'Market claims',
  contradictions: 'Contradictions',
  expectations: 'Expectations',
}

const ofKind = (differences: readonly EntryDifference[], kind: EntryDifference['kind']) =>
  differences.filter((difference) => difference.kind === kind).length

/** The differences by list, in their order; a list without any is left out. */
export function grouped(differences: readonly EntryDifference[]): GroupOfDifferences[] {
  return [...Map.groupBy(differences, ({ list }) => list)].map(([list, differences]) => ({
    list,
    title: titles[list] ?? list,
    count: countsOf(differences),
    differences,
  }))
}

export const countsOf = (differences: readonly EntryDifference[]): GroupOfDifferences['count'] => {
  return { added: ofKind(differences, 'added'), removed: ofKind(differences, 'removed'), changed: ofKind(differences, 'changed') }
}

/** What an entry is called: of an expectation its role and its skill. */
export function entryName({ list, id }: Pick<EntryDifference, 'list' | 'id'>, name: NameOf): string {
  if (list === 'pack') return 'The framework itself'
  if (list !== 'expectations') return name(list, id)
  const [role = '', skill = ''] = id.split('/')
  return `${name('roles', role)}: ${name('skills', skill)}`
}

/** "3 independent, must", of one expectation of a pack; null where there is none. */
export function expectationWords(pack: Pack, id: string): string | null {
  const [role = '', skill = ''] = id.split('/')
  const expectation = pack.expectations[role]?.[skill]
  return expectation === undefined ? null : `${expectation.level} ${levelNamesOf(pack)[expectation.level]}, ${expectation.importance}`
}

/** A field's two sides, each in lines. */
export const sidesOf = (list: string, { field, before, after }: FieldDifference, name: NameOf, packs: { origin: Pack; draft: Pack }) => {
  return {
    before: valueLines(list, field, before, after, name, packs.origin),
    after: valueLines(list, field, after, before, name, packs.draft),
  }
}
