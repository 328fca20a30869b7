import type { Actor } from '../access/actor.ts'

interface RoleRule {
  /** The claim that names groups. */
  readonly claim: string
  readonly admin: readonly string[]
  readonly viewer: readonly string[]
}

/**
 * The role that a provider's claim gives; null where it says nothing. A claim that is missing or no list of texts says nothing, and neither does
 * one that was too long to be sent (Entra ID then sends `_claim_names` or `hasgroups`): taking silence for "in no group" would take rights away.
 */
export function roleOfClaims({ claim, admin, viewer }: RoleRule, claims: Readonly<Record<string, unknown>>): Actor['role'] | null {
  const elsewhere = claims['_claim_names']
  if (typeof elsewhere === 'object' && elsewhere !== null && Object.hasOwn(elsewhere, claim)) return null
  if (claims['hasgroups'] !== undefined && claims['hasgroups'] !== false) return null
  const groups = Object.hasOwn(claims, claim) ? claims[claim] : undefined
  if (!Array.isArray(groups) || !groups.every((one) => typeof one === 'string')) return null
  if (admin.some((one) => groups.includes(one))) return 'admin'
  return viewer.some((one) => groups.includes(one)) ? 'viewer' : 'member'
}
