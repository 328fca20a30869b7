import type { Carry } from './carry.ts'
import type { FrameworkChange } from './change.ts'
import type { Changed, Draft } from './draft.ts'
import type { Pack } from './pack.ts'
import { forgetCertification, referToRole, referToSkills } from './refer.ts'

export type Removal = Extract<FrameworkChange, { change: 'remove' }>

const names = {
  categories: 'category',
  skills: 'skill',
  roles: 'role',
  areas: 'practice area',
  practices: 'practice',
  certifications: 'certification',
} as const

/** Takes an entry out of the draft. `origin` says which entries have ratings and answers that need an heir or lose their place. */
export function removeEntry(draft: Draft, origin: Pack, { list, id, heirs }: Removal): Changed {
  const refused = refusal(draft.pack, origin, { change: 'remove', list, id, heirs })
  if (refused !== undefined) return { problem: refused }
  const pack = without(draft.pack, list, id, heirs)
  if (list !== 'skills' && list !== 'roles' && list !== 'practices') return { pack, carry: draft.carry }
  const wasThere = origin[list].some((entry) => entry.id === id)
  return { pack, carry: { ...draft.carry, [list]: carried(draft.carry[list], id, heirs, wasThere) } }
}

function refusal(pack: Pack, origin: Pack, { list, id, heirs }: Removal): string | undefined {
  const name = names[list]
  const ids = (entries: readonly { id: string }[]) => new Set(entries.map((entry) => entry.id))
  const present = ids(pack[list])
  if (!present.has(id)) return `There is no ${name} "${id}" in the draft.`
  if (list === 'categories' && pack.skills.some(({ category }) => category === id))
    return `Skills stand in the category "${id}". Move them to another one first.`
  if (list === 'areas' && pack.practices.some(({ area }) => area === id))
    return `Practices stand in the area "${id}". Move or remove them first.`
  if (pack[list].length === 1 && list !== 'practices' && list !== 'certifications')
    return `A framework has at least one ${name}. Add another before you remove "${id}".`
  if (heirs.length === 0) return undefined
  if (list !== 'skills' && list !== 'roles' && list !== 'practices') return `A ${name} has no heirs.`
  if (list === 'roles' && heirs.length > 1) return 'A role has one heir at most: a person has one role.'
  const unknown = heirs.find((heir) => !present.has(heir) || heir === id)
  if (unknown !== undefined) return `The heir "${unknown}" is no other ${name} of the draft. Add it first.`
  const old = list === 'roles' ? undefined : heirs.find((heir) => ids(origin[list]).has(heir))
  return old === undefined
    ? undefined
    : `"${old}" has ratings or answers of its own, so it cannot take over those of "${id}". Name a new ${name}.`
}

function without(pack: Pack, list: Removal['list'], id: string, heirs: readonly string[]): Pack {
  const rest = { ...pack, [list]: pack[list].filter((entry) => entry.id !== id) } as Pack
  if (list === 'skills') return referToSkills(rest, id, heirs)
  if (list === 'roles') return referToRole(rest, id, heirs[0] ?? null)
  return list === 'certifications' ? forgetCertification(rest, id) : rest
}

/** An entry that was itself an heir hands on what it would have taken over. */
function carried(before: Carry['skills'], id: string, heirs: readonly string[], wasThere: boolean): Carry['skills'] {
  const handedOn: [string, string[]][] = Object.entries(before).map(
    ([old, own]) => [old, [...new Set(own.flatMap((heir) => (heir === id ? [...heirs] : [heir])))]] as const,
  )
  return Object.fromEntries(wasThere ? [...handedOn, [id, [...heirs]]] : handedOn)
}
