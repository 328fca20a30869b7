import type { Claim } from '@plumbline/shared/frameworks/pack-market.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'

type Certification = Pack['certifications'][number]

export interface RoleFacts {
  readonly certifications: readonly { readonly certification: Certification; readonly basis: Certification['roles'][number]['basis'] }[]
  /** What is said of its pay, by seniority or not. */
  readonly pay: readonly Claim[]
  readonly claims: readonly Claim[]
  /** Ways of learning that lead to it. */
  readonly roadmaps: readonly Pack['roadmaps'][number][]
  /** People of the documents that are measured with it. */
  readonly personas: readonly Pack['personas'][number][]
}

/** What in the framework refers to a role, in the framework's order. */
export function roleFacts(pack: Pick<Pack, 'certifications' | 'claims' | 'roadmaps' | 'personas'>, role: string): RoleFacts {
  const about = pack.claims.filter(({ roles }) => roles.includes(role))
  return {
    certifications: pack.certifications.flatMap((certification) => {
      const tie = certification.roles.find((one) => one.role === role)
      return tie === undefined ? [] : [{ certification, basis: tie.basis }]
    }),
    pay: about.filter(({ topic }) => topic === 'pay'),
    claims: about.filter(({ topic }) => topic !== 'pay'),
    roadmaps: pack.roadmaps.filter(({ roles }) => roles.includes(role)),
    personas: pack.personas.filter((persona) => persona.role === role),
  }
}
