import type { PackIndex } from '../levels/pack-index.ts'
import { expectedOf, type PersonLevels } from '../levels/person-levels.ts'
import type { Contribution } from './aggregate-blocks.ts'

/** What one person adds to each skill category that their role expects something of, by category id. */
export function contributionsOf(person: PersonLevels & { readonly teamId: string }, index: PackIndex): ReadonlyMap<string, Contribution> {
  const found = new Map<string, Contribution>()
  for (const { expected, current } of expectedOf(person, index)) {
    const category = index.skills[expected.position]?.category
    if (category === undefined) continue
    const sofar = found.get(category) ?? { personId: person.id, teamId: person.teamId, expected: 0, rated: 0, met: 0 }
    found.set(category, {
      ...sofar,
      expected: sofar.expected + 1,
      rated: sofar.rated + (current === null ? 0 : 1),
      met: sofar.met + (current !== null && current >= expected.level ? 1 : 0),
    })
  }
  return found
}
