import type { Seniority } from '../frameworks/pack.ts'
import type { Level } from './level.ts'
import type { PersonLevels } from './person-levels.ts'
import { smallPack } from './small-pack.ts'

/** A person of the small pack, levels by skill position. For tests only. */
export const person = (id: string, role: string | null, levels: readonly (Level | null)[], seniority: Seniority = 'mid'): PersonLevels => ({
  id,
  role,
  seniority,
  levels,
})

/** Any person of the small pack: with or without a known role, rated in some skills, perhaps with a short array. Tests hand in fast-check. */
export const anyPerson = (fc: typeof import('fast-check').default) =>
  fc.record({
    id: fc.uuid(),
    role: fc.constantFrom(...smallPack.roles.map((role) => role.id), 'retired-role', null),
    seniority: fc.constantFrom<Seniority>('entry', 'mid', 'senior', 'architect'),
    levels: fc.array(fc.constantFrom<(Level | null)[]>(null, 0, 1, 2, 3, 4, 5), { maxLength: smallPack.skills.length }),
  })

export const anyPeople = (fc: typeof import('fast-check').default) =>
  fc.uniqueArray(anyPerson(fc), { maxLength: 12, selector: (someone) => someone.id })
