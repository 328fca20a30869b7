import type { Carry } from '@plumbline/shared/frameworks/carry.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'

/**
 * What becomes of the origin's entries once a file has taken the draft's place. A file says nothing of heirs, so those named before stay where the
 * file still lacks the entry and has the heir; what else the file lacks is dropped.
 */
export function carryOfFile(before: Carry, origin: Pack, file: Pack): Carry {
  const carried = (list: 'skills' | 'roles' | 'practices') => {
    const present = new Set(file[list].map(({ id }) => id))
    const heirs = new Map(Object.entries(before[list]))
    const gone = origin[list].filter(({ id }) => !present.has(id))
    return Object.fromEntries(gone.map(({ id }) => [id, (heirs.get(id) ?? []).filter((heir) => present.has(heir))]))
  }
  return { skills: carried('skills'), practices: carried('practices'), roles: carried('roles') }
}
