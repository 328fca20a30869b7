import { indexPack } from '../levels/pack-index.ts'
import type { PersonLevels } from '../levels/person-levels.ts'
import type { Carry } from './carry.ts'
import type { DraftEffect } from './contract.ts'
import type { Draft } from './draft.ts'
import { effectOnPeople } from './effect-people.ts'
import type { Pack } from './pack.ts'

/** How often something was rated or answered, and by how many people or teams. */
export interface Held {
  readonly entries: number
  readonly holders: number
}

/** What an organisation holds that a version measures. */
export interface Holdings {
  readonly people: readonly Omit<PersonLevels, 'id'>[]
  /** By skill id. */
  readonly ratings: ReadonlyMap<string, Held>
  /** By practice id. */
  readonly answers: ReadonlyMap<string, Held>
  /** People that teams demand, by role id. */
  readonly demanded: ReadonlyMap<string, number>
}

interface Entry {
  readonly id: string
  readonly name: string
}
type Moved = DraftEffect['ratingsLost'][number]

/** What loses its place and what moves to heirs, of that which is held at all. */
function movedOf(was: readonly Entry[], will: readonly Entry[], carry: Carry['skills'], held: ReadonlyMap<string, Held>) {
  const present = new Set(will.map(({ id }) => id))
  const heirs = new Map(Object.entries(carry))
  const moved = was.flatMap(({ id, name }): Moved[] => {
    const { entries, holders } = held.get(id) ?? { entries: 0, holders: 0 }
    return present.has(id) || entries === 0 ? [] : [{ id, name, heirs: heirs.get(id) ?? [], entries, holders }]
  })
  return { lost: moved.filter((one) => one.heirs.length === 0), carried: moved.filter((one) => one.heirs.length > 0) }
}

/** The entries of the version that is measured with, and those that only the draft's origin has and hands on. */
const entriesOf = (now: readonly Entry[], origin: readonly Entry[], carry: Carry['skills']): Entry[] => {
  const heirs = new Map(Object.entries(carry))
  const known = new Set(now.map(({ id }) => id))
  return [...now, ...origin.filter(({ id }) => !known.has(id) && (heirs.get(id) ?? []).length > 0)]
}

/**
 * What publishing a draft would do, against the version that the organisation measures with now. Ratings and answers that lose their place stay
 * in the history; they count no more.
 */
export function effectOf(now: Pack, origin: Pack, { pack, carry }: Draft, holdings: Holdings): Omit<DraftEffect, 'version'> {
  const present = new Set(pack.roles.map(({ id }) => id))
  const heirs = new Map(Object.entries(carry.roles))
  const positions = new Map([...pack.skills, ...origin.skills, ...now.skills].map(({ id, position }) => [id, position]))
  const inRole = Map.groupBy(holdings.people, ({ role }) => role)
  const ratings = movedOf(entriesOf(now.skills, origin.skills, carry.skills), pack.skills, carry.skills, holdings.ratings)
  const answers = movedOf(entriesOf(now.practices, origin.practices, carry.practices), pack.practices, carry.practices, holdings.answers)
  return {
    ...effectOnPeople({ now: indexPack(now), after: indexPack(pack), carry, positions }, holdings.people),
    ratingsLost: ratings.lost,
    ratingsCarried: ratings.carried,
    answersLost: answers.lost,
    answersCarried: answers.carried,
    roles: now.roles
      .filter(({ id }) => !present.has(id))
      .map(({ id, name }) => ({
        id,
        name,
        heir: heirs.get(id)?.[0] ?? null,
        people: inRole.get(id)?.length ?? 0,
        demanded: holdings.demanded.get(id) ?? 0,
      })),
  }
}
