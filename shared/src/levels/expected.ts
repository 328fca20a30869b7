import type { Expectation } from '../frameworks/pack-roles.ts'
import type { Pack } from '../frameworks/pack.ts'
import type { Seniority } from '../frameworks/seniority.ts'
import { type Level, toLevel } from './level.ts'

/** What is expected after the seniority rule, and what the role expects at mid level. */
export type ExpectedLevel = { readonly level: Level; readonly base: Level; readonly rule: 'as_is' | 'shifted' | 'fixed' }

/**
 * The level a role expects of a skill at a seniority: the framework's fixed level for that skill if it has one, else the base
 * shifted and held between the seniority's min and max. Roles to which seniority does not apply, and a base of 0 (expects nothing),
 * stay as they are.
 */
export function expectedLevel(
  role: { readonly seniorityApplies: boolean },
  skill: string,
  expectation: Pick<Expectation, 'level'>,
  seniority: Seniority,
  seniorities: Pack['seniorities'],
): ExpectedLevel {
  const base = expectation.level
  if (base === 0 || !role.seniorityApplies) return { level: base, base, rule: 'as_is' }
  const { shift, min, max, fixed } = seniorities[seniority]
  // A skill may be called `constructor`: only own keys count.
  const fixedLevel = Object.hasOwn(fixed, skill) ? fixed[skill] : undefined
  if (fixedLevel !== undefined) return { level: fixedLevel, base, rule: 'fixed' }
  const level = toLevel(Math.min(max, Math.max(min, base + shift)))
  return { level, base, rule: level === base ? 'as_is' : 'shifted' }
}
