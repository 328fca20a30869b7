import type { Pack } from '../frameworks/pack.ts'

type Area = Pack['areas'][number]

/** The areas that a team is asked about: first all that are not optional, then of the others those turned on. Unknown ids mean nothing. */
export const areasInForce = ({ areas }: Pick<Pack, 'areas'>, turnedOn: readonly string[]): Area[] => [
  ...areas.filter(({ optional }) => !optional),
  ...areas.filter(({ id, optional }) => optional && turnedOn.includes(id)),
]

/** The practices of the areas in force, in the framework's order. */
export function practicesInForce(pack: Pick<Pack, 'areas' | 'practices'>, turnedOn: readonly string[]): Pack['practices'] {
  const asked = new Set(areasInForce(pack, turnedOn).map(({ id }) => id))
  return pack.practices.filter(({ area }) => asked.has(area))
}
