import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { type ExpectedSkill, type PackIndex, roleExpectations } from '@plumbline/shared/levels/pack-index.ts'

/** How the first role stands to the second in a skill. */
export const differences = ['only here', 'higher', 'same', 'lower', 'only there'] as const
export type Difference = (typeof differences)[number]

export interface DifferenceLine {
  readonly skill: Pack['skills'][number]
  readonly here: ExpectedSkill | null
  readonly there: ExpectedSkill | null
  readonly difference: Difference
}

/** What two roles expect of each skill that at least one of them expects, at one seniority, in the framework's order. */
export function roleDifference(
  pack: Pick<Pack, 'skills'>,
  index: PackIndex,
  { here, there, seniority }: { here: string; there: string; seniority: Seniority },
): DifferenceLine[] {
  const ofHere = roleExpectations(index, here, seniority)
  const ofThere = roleExpectations(index, there, seniority)
  return pack.skills.flatMap((skill) => {
    const [one, other] = [ofHere[skill.position] ?? null, ofThere[skill.position] ?? null]
    return one === null && other === null ? [] : [{ skill, here: one, there: other, difference: differenceOf(one, other) }]
  })
}

function differenceOf(here: ExpectedSkill | null, there: ExpectedSkill | null): Difference {
  if (there === null) return 'only here'
  if (here === null) return 'only there'
  if (here.level === there.level) return 'same'
  return here.level > there.level ? 'higher' : 'lower'
}
