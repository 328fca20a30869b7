import type { Pack } from '@plumbline/shared/frameworks/pack.ts'

/**
 * The pack with the positions that its skills have in an organisation: those it knows keep theirs for good, new ones get the next free ones in
 * their order. `known` is every skill that the organisation ever had.
 */
export function withPositions(pack: Pack, known: ReadonlyMap<string, number>): Pack {
  let next = Math.max(-1, ...known.values()) + 1
  return { ...pack, skills: pack.skills.map((skill) => ({ ...skill, position: known.get(skill.id) ?? next++ })) }
}
