import type { FrameworkChange } from './change.ts'
import { type Changed, type Draft, isRefused } from './draft.ts'
import type { Pack } from './pack.ts'
import type { Expectation } from './pack-roles.ts'
import { removeEntry } from './remove-entry.ts'

const put = <Entry extends { readonly id: string }>(entries: readonly Entry[], entry: Entry): Entry[] =>
  entries.some(({ id }) => id === entry.id) ? entries.map((one) => (one.id === entry.id ? entry : one)) : [...entries, entry]

/** What came back is no longer gone. */
function putBack({ pack, carry }: Draft, list: 'skills' | 'roles' | 'practices', id: string): Draft {
  const { [id]: _, ...rest } = carry[list]
  return { pack, carry: { ...carry, [list]: rest } }
}

type PutSkill = Extract<FrameworkChange, { change: 'put-skill' }>

function putSkill(draft: Draft, origin: Pack, { entry }: PutSkill): Draft {
  const { skills } = draft.pack
  const known = [...skills, ...origin.skills].find(({ id }) => id === entry.id)
  const position = known?.position ?? Math.max(-1, ...[...skills, ...origin.skills].map((skill) => skill.position)) + 1
  return putBack({ ...draft, pack: { ...draft.pack, skills: put(skills, { ...entry, position }) } }, 'skills', entry.id)
}

type Expect = Extract<FrameworkChange, { change: 'expect' }>

const ownReason = 'D-OWN'

/** The reason with these words, or a new one under the next free id. */
function reasonFor(reasons: Pack['reasons'], text: string | undefined): Pack['reasons'][number] {
  if (text === undefined) return { id: ownReason, basis: 'derived', text: 'Set by the organisation.', sources: [] }
  const same = reasons.find((reason) => reason.id.startsWith(ownReason) && reason.text === text)
  const taken = new Set(reasons.map(({ id }) => id))
  let number = 1
  while (taken.has(`${ownReason}${number}`)) number++
  return same ?? { id: `${ownReason}${number}`, basis: 'derived', text, sources: [] }
}

function expect({ pack, carry }: Draft, { role, skill, expectation }: Expect): Changed {
  if (!pack.roles.some(({ id }) => id === role)) return { problem: `There is no role "${role}" in the draft.` }
  if (!pack.skills.some(({ id }) => id === skill)) return { problem: `There is no skill "${skill}" in the draft.` }
  const row = new Map(Object.entries(pack.expectations[role] ?? {}))
  const before = row.get(skill)
  if (expectation === null) row.delete(skill)
  if (expectation === null) return { pack: { ...pack, expectations: { ...pack.expectations, [role]: Object.fromEntries(row) } }, carry }
  const { level, importance, reason } = expectation
  const keeps = before !== undefined && before.level === level && reason === undefined
  const own = reasonFor(pack.reasons, reason)
  const after: Expectation = keeps ? { ...before, importance } : { level, importance, basis: 'derived', reasons: [own.id] }
  row.set(skill, after)
  const reasons = keeps ? pack.reasons : put(pack.reasons, own)
  return { pack: { ...pack, reasons, expectations: { ...pack.expectations, [role]: Object.fromEntries(row) } }, carry }
}

/** One edit of a draft. What it makes is not checked here: `checkPack` says whether the whole is sound. */
export function applyChange(draft: Draft, origin: Pack, change: FrameworkChange): Changed {
  const { pack, carry } = draft
  switch (change.change) {
    case 'rename':
      return { pack: { ...pack, name: change.name }, carry }
    case 'name-levels': {
      const { levelNames: _, ...rest } = pack
      return { pack: change.levelNames === null ? rest : { ...rest, levelNames: change.levelNames }, carry }
    }
    case 'put-category':
      return { pack: { ...pack, categories: put(pack.categories, change.entry) }, carry }
    case 'put-skill':
      return putSkill(draft, origin, change)
    case 'put-role':
      return putBack({ carry, pack: { ...pack, roles: put(pack.roles, change.entry) } }, 'roles', change.entry.id)
    case 'put-area':
      return { pack: { ...pack, areas: put(pack.areas, change.entry) }, carry }
    case 'put-practice':
      return putBack({ carry, pack: { ...pack, practices: put(pack.practices, change.entry) } }, 'practices', change.entry.id)
    case 'put-certification':
      return { pack: { ...pack, certifications: put(pack.certifications, change.entry) }, carry }
    case 'remove':
      return removeEntry(draft, origin, change)
    case 'expect':
      return expect(draft, change)
  }
}

/** All edits in their order; the first that cannot be made says which it is and why. */
export function applyChanges(
  draft: Draft,
  origin: Pack,
  changes: readonly FrameworkChange[],
): Draft | { readonly problem: string; readonly at: number } {
  let now = draft
  for (const [at, change] of changes.entries()) {
    const changed = applyChange(now, origin, change)
    if (isRefused(changed)) return { ...changed, at }
    now = changed
  }
  return now
}
