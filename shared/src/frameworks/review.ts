import { listsOf } from './check-references.ts'
import type { Pack } from './pack.ts'
import type { Skill } from './pack-skills.ts'

const shortest = 40
const longest = 240

function* poorDescriptors({ id, descriptors }: Skill) {
  const at = `skills/${id}`
  if (descriptors.length === 0) yield `${at}: has no descriptors; say what a person can be observed to do at each level`
  for (const [level, words] of descriptors.entries()) {
    if (words.length < shortest || words.length > longest)
      yield `${at}: the descriptor of level ${level} has ${words.length} characters; use ${shortest} to ${longest}`
    if (descriptors.indexOf(words) !== level) yield `${at}: the descriptor of level ${level} stands at another level too`
  }
}

/** A descriptor without the words that name its skill: what is left must speak of this skill all the same. */
function bare(skill: Skill, words: string): string {
  const names = [skill.name, ...skill.aliases].map((name) => name.toLowerCase()).toSorted((a, b) => b.length - a.length)
  const without = names.reduce((rest, name) => rest.replaceAll(name, ' '), words.toLowerCase())
  return without.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

function* sharedDescriptors(skills: readonly Skill[]) {
  const holders = new Map<string, string>()
  for (const skill of skills)
    for (const [level, words] of skill.descriptors.entries()) {
      const left = bare(skill, words)
      const holder = holders.get(left)
      if (holder !== undefined && holder !== skill.id)
        yield `skills/${skill.id}: the descriptor of level ${level} says of it what is said of "${holder}"`
      holders.set(left, skill.id)
    }
}

function* unexpectedSkills({ skills, expectations }: Pack) {
  const expected = new Set(Object.values(expectations).flatMap((row) => Object.keys(row)))
  for (const { id, unexpected } of skills)
    if (!expected.has(id) && unexpected === undefined) yield `skills/${id}: no role expects it; say why under "unexpected"`
}

const ownLists = new Set(['documents', 'models', 'categories', 'areas', 'practices', 'reasons', 'monthReasons', 'correspondences'])

function* unsourced(pack: Pack) {
  for (const [list, entries] of Object.entries(listsOf(pack)))
    if (!ownLists.has(list))
      for (const { id, sources } of entries) if (sources !== undefined && sources.length === 0) yield `${list}/${id}: names no source`
  for (const { id, stages } of pack.roadmaps)
    for (const { id: stage, sources } of stages) if (sources.length === 0) yield `roadmaps/${id}: stage "${stage}" names no source`
  for (const { id, months } of pack.skills) if (months === undefined) yield `skills/${id}: says nothing of how long it takes to learn`
}

function* poorPractices({ practices }: Pack) {
  for (const { id, criteria, evidence } of practices) {
    if (criteria.length < 2) yield `practices/${id}: needs two to four criteria that must hold before it counts`
    if (evidence === undefined) yield `practices/${id}: does not say what would show it`
  }
}

function* holes({ skills }: Pack) {
  const taken = new Set(skills.map(({ position }) => position))
  for (const { id, position } of skills)
    if (position >= skills.length)
      yield `skills/${id}: position ${position} leaves a hole, ${skills.length} skills fill 0 to ${taken.size - 1}`
}

/**
 * What a pack lacks to be complete, one sentence each, addressed as in `checkPack`. It can be measured with all the same: an organisation's own
 * pack need not have all of this, the one that comes with the product must.
 */
export const reviewPack = (pack: Pack): string[] => [
  ...pack.skills.flatMap((skill) => [...poorDescriptors(skill)]),
  ...sharedDescriptors(pack.skills),
  ...unexpectedSkills(pack),
  ...unsourced(pack),
  ...poorPractices(pack),
  ...holes(pack),
]

/** Skills whose position is not the one that the ledger gives them: positions are only ever appended to it. */
export function checkPositions(skills: readonly Pick<Skill, 'id' | 'position'>[], ledger: readonly string[]): string[] {
  return skills.flatMap(({ id, position }) =>
    ledger[position] === id
      ? []
      : [`skills/${id}: position ${position} belongs to "${ledger[position] ?? 'nobody yet'}" in the ledger of positions`],
  )
}
