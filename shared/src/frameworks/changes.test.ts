import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange } from './apply-change.ts'
import { carry, noCarry } from './carry.ts'
import { type FrameworkChange, frameworkChange } from './change.ts'
import { unresolved } from './check-references.ts'
import { checkPack } from './check.ts'
import { differenceOf } from './difference.ts'
import { type Draft, isRefused } from './draft.ts'
import { pack as shape } from './pack.ts'
import { soundPack } from './sound-pack.ts'

const origin = soundPack()
const lists = ['skills', 'skills', 'skills', 'practices', 'practices', 'roles', 'categories', 'areas', 'certifications'] as const

/** A change of which every reference leads to an entry of the draft: numbers choose among those that there are. */
const change = fc.record({
  kind: fc.constantFrom('put', 'put', 'remove', 'remove', 'expect'),
  list: fc.constantFrom(...lists),
  entry: fc.nat(30),
  refers: fc.array(fc.nat(30), { maxLength: 3 }),
  level: fc.constantFrom(1, 2, 3, 4, 5),
})
type Choice = typeof change extends fc.Arbitrary<infer Value> ? Value : never

function written({ pack }: Draft, { kind, list, entry, refers, level }: Choice): FrameworkChange {
  const pick = (from: readonly { readonly id: string }[], number: number) => from[number % from.length]?.id ?? 'none'
  const some = (from: readonly { readonly id: string }[]) => [
    ...new Set(from.length === 0 ? [] : refers.map((number) => pick(from, number))),
  ]
  const place = entry % (pack[list].length + 3)
  const id = pack[list][place]?.id ?? `${list}-${entry}`
  // Only what is new in the draft may take over ratings and answers; a role may have any one heir.
  const heirs = list === 'roles' ? pack.roles : pack[list].filter((one) => !origin[list].some((old) => old.id === one.id))
  if (kind === 'remove') return { change: 'remove', list, id, heirs: some(heirs).slice(0, list === 'roles' ? 1 : 3) }
  const [role, skill] = [pick(pack.roles, entry), pick(pack.skills, refers[0] ?? 0)]
  if (kind === 'expect')
    return frameworkChange.parse({ change: 'expect', role, skill, expectation: level === 1 ? null : { level, importance: 'must' } })
  const skills = some(pack.skills)
  return frameworkChange.parse(
    {
      categories: { change: 'put-category', entry: { id, name: id } },
      skills: {
        change: 'put-skill',
        entry: { id, name: id, category: pick(pack.categories, entry), prerequisites: skills.filter((one) => one !== id) },
      },
      roles: { change: 'put-role', entry: { id, name: id, title: 'derived', summary: id, blank: id } },
      areas: { change: 'put-area', entry: { id, name: id, summary: id } },
      practices: {
        change: 'put-practice',
        entry: {
          id,
          area: pick(pack.areas, entry),
          level: 1,
          name: id,
          status: 'derived',
          needs: skills.map((one) => ({ skill: one, level, people: 1 })),
        },
      },
      certifications: {
        change: 'put-certification',
        entry: {
          id,
          name: id,
          payEffect: null,
          complexity: null,
          demand: null,
          replacedBy: some(pack.certifications)[0] ?? null,
          roles: some(pack.roles).map((one) => ({ role: one, basis: 'derived' })),
          skills,
        },
      },
    }[list],
  )
}

/** Every draft on the way, with the change that led to it; what is refused is left out. */
function* steps(choices: readonly Choice[]): Generator<{ before: Draft; made: FrameworkChange; now: Draft }> {
  let draft: Draft = { pack: origin, carry: noCarry }
  for (const choice of choices) {
    const made = written(draft, choice)
    const now = applyChange(draft, origin, made)
    if (isRefused(now)) continue
    yield { before: draft, made, now }
    draft = now
  }
}

const changes = fc.array(change, { minLength: 5, maxLength: 25, size: 'max' })

test('after any changes every reference leads somewhere, ids and positions are unique, and the shape holds', () => {
  fc.assert(
    fc.property(changes, (choices) => {
      for (const { now } of steps(choices)) {
        expect([...unresolved(now.pack)]).toEqual([])
        expect(checkPack(now.pack).filter((problem) => !problem.includes('needs itself first'))).toEqual([])
        expect(shape.parse(now.pack)).toEqual(now.pack)
        expect(carry.parse(now.carry)).toEqual(now.carry)
      }
    }),
    { numRuns: 100 },
  )
}, 30_000)

/** Every text of the pack, and the ids that key its records. Its own keys are none of them: an id may be called like one. */
function* mentioned(value: unknown, isRecord = false): Generator<string> {
  if (typeof value === 'string') yield value
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (isRecord) yield key
    yield* mentioned(inner, key === 'expectations' || key === 'fixed' || (isRecord && !('level' in value) && !Array.isArray(inner)))
  }
}

test('a removed id stands nowhere in the pack any more', () => {
  fc.assert(
    fc.property(changes, (choices) => {
      const left = [...steps(choices)].filter(({ made, now }) => made.change === 'remove' && new Set(mentioned(now.pack)).has(made.id))
      expect(left.map(({ made }) => made)).toEqual([])
    }),
    { numRuns: 100 },
  )
}, 30_000)

test('the positions of the origin belong to its skills for good', () => {
  fc.assert(
    fc.property(changes, (choices) => {
      const places = new Map(origin.skills.map(({ id, position }) => [position, id]))
      for (const { now } of steps(choices)) for (const { id, position } of now.pack.skills) expect(places.get(position) ?? id).toBe(id)
    }),
  )
})

test('what is carried is gone from the draft, was in the origin, and goes to entries of the draft that are new', () => {
  fc.assert(
    fc.property(changes, (choices) => {
      for (const { now } of steps(choices))
        for (const list of ['skills', 'practices'] as const) {
          const [present, past] = [now.pack, origin].map((pack) => new Set(pack[list].map(({ id }) => id)))
          for (const [gone, heirs] of Object.entries(now.carry[list])) {
            expect([present?.has(gone), past?.has(gone)]).toEqual([false, true])
            for (const heir of heirs) expect([heir, present?.has(heir), past?.has(heir)]).toEqual([heir, true, false])
          }
        }
    }),
    { numRuns: 100 },
  )
}, 30_000)

test('putting an entry that is there already, unchanged, makes no difference', () => {
  fc.assert(
    fc.property(changes, (choices) => {
      for (const { now, made } of steps(choices)) {
        if (!made.change.startsWith('put-')) continue
        const again = applyChange(now, origin, made)
        expect(isRefused(again) ? [again] : differenceOf(now.pack, again.pack)).toEqual([])
      }
    }),
  )
})
