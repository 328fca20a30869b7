import type { Expectation } from '../frameworks/pack-roles.ts'
import type { Pack } from '../frameworks/pack.ts'
import type { Source } from '../frameworks/pack-source.ts'
import type { RoleGap } from './gaps.ts'

export type SourcedExpectation = Pick<Expectation, 'level' | 'basis'> & { sources: Source[] }

/**
 * Role id → skill id → what the framework expects at mid level and where it was read, for every skill that a role is missing.
 * The sources are those of the expectation's reasons, each place named once.
 */
export function sourcedExpectations(gaps: readonly RoleGap[], pack: Pick<Pack, 'expectations' | 'reasons'>) {
  const reasons = new Map(pack.reasons.map((reason) => [reason.id, reason.sources]))
  const ofSkill = (role: string, skill: string): [string, SourcedExpectation][] => {
    const expectation = pack.expectations[role]?.[skill]
    if (!expectation) return []
    const { level, basis } = expectation
    return [[skill, { level, basis, sources: eachOnce(expectation.reasons.flatMap((id) => reasons.get(id) ?? [])) }]]
  }
  return Object.fromEntries(
    gaps.map(({ role, skills }): [string, Record<string, SourcedExpectation>] => [
      role,
      Object.fromEntries(skills.flatMap(({ skill }) => ofSkill(role, skill))),
    ]),
  )
}

export const sourceKey = ({ document, section, printed = '' }: Source): string => JSON.stringify([document, section, printed])

const eachOnce = (sources: readonly Source[]): Source[] => [...new Map(sources.map((source) => [sourceKey(source), source])).values()]
