import type { FrameworkChange } from '@plumbline/shared/frameworks/change.ts'
import type { EntryDifference } from '@plumbline/shared/frameworks/difference.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { practiceLevelNames } from '@plumbline/shared/frameworks/pack-practices.ts'

/** The lists of the draft whose entries can be added, changed and removed. */
export type ListName = Extract<FrameworkChange, { change: 'remove' }>['list']

interface ListWords {
  readonly title: string
  readonly one: string
  /** The head of the column that says more of an entry. */
  readonly about: string
}

export const listWords: Readonly<Record<ListName, ListWords>> = {
  skills: { title: 'Skills', one: 'skill', about: 'Category' },
  roles: { title: 'Roles', one: 'role', about: 'What it does' },
  practices: { title: 'Practices', one: 'practice', about: 'Area and level' },
  areas: { title: 'Practice areas', one: 'practice area', about: 'What it is' },
  categories: { title: 'Categories', one: 'category', about: 'Skills in it' },
  certifications: { title: 'Certifications', one: 'certification', about: 'Evidence for' },
}

export const listNames = Object.keys(listWords) as ListName[]

/** Their ratings or answers can be carried over to others. A role's people can. */
export const hasHeirs = (list: ListName): list is 'skills' | 'roles' | 'practices' =>
  list === 'skills' || list === 'roles' || list === 'practices'

export interface EntryRow {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly state: 'new' | 'changed' | 'as before'
}

const nameIn = (entries: readonly { id: string; name: string }[], id: string) => entries.find((entry) => entry.id === id)?.name ?? id

function aboutIn(pack: Pack, list: ListName): (id: string) => string {
  const skills = (count: number) => (count === 1 ? '1 skill' : `${count} skills`)
  const by = <Entry extends { id: string }>(entries: readonly Entry[], say: (entry: Entry) => string) => {
    const said = new Map(entries.map((entry) => [entry.id, say(entry)]))
    return (id: string) => said.get(id) ?? ''
  }
  switch (list) {
    case 'skills':
      return by(pack.skills, ({ category }) => nameIn(pack.categories, category))
    case 'roles':
      return by(pack.roles, ({ summary }) => summary)
    case 'practices':
      return by(pack.practices, ({ area, level }) => `${nameIn(pack.areas, area)}, ${level} ${practiceLevelNames[level - 1] ?? ''}`)
    case 'areas':
      return by(pack.areas, ({ summary }) => summary)
    case 'categories':
      return by(pack.categories, ({ id }) => skills(pack.skills.filter(({ category }) => category === id).length))
    case 'certifications':
      return by(pack.certifications, (one) => skills(one.skills.length))
  }
}

const states = { added: 'new', changed: 'changed', removed: 'as before', none: 'as before' } as const

/** The entries of a list whose name or id holds all words that are searched for, in the order of the draft. */
export function entryRows(pack: Pack, differences: readonly EntryDifference[], list: ListName, find: string): EntryRow[] {
  const about = aboutIn(pack, list)
  const kinds = new Map(differences.filter((one) => one.list === list).map(({ id, kind }) => [id, kind]))
  const words = find.toLowerCase().split(/\s+/)
  return pack[list]
    .filter(({ id, name }) => words.every((word) => `${name} ${id}`.toLowerCase().includes(word)))
    .map(({ id, name }) => ({ id, name, about: about(id), state: states[kinds.get(id) ?? 'none'] }))
}

/** An id made of a name, unlike all that the draft and its origin have: those of the origin have ratings and answers of their own. */
export function idFor(name: string, list: ListName, packs: readonly Pack[]): string {
  const taken = new Set(packs.flatMap((pack) => pack[list].map(({ id }) => id)))
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 55)
    .replaceAll(/^-|-$/g, '')
  if (slug === '') return ''
  let id = slug
  for (let number = 2; taken.has(id); number++) id = `${slug}-${number}`
  return id
}
