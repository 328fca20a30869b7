import type { Claim } from '@plumbline/shared/frameworks/pack-market.ts'
import { countsOf, knownValue } from '../facets.ts'

/** What narrows the claims down; each is left out where it does not. */
export interface ClaimFilter {
  readonly topic?: string | undefined
  readonly kind?: string | undefined
  readonly document?: string | undefined
}

const valuesOf = {
  topic: (claim: Claim): readonly string[] => [claim.topic],
  kind: (claim: Claim): readonly string[] => [claim.kind],
  document: (claim: Claim): readonly string[] => claim.sources.map(({ document }) => document),
} as const

const names = ['topic', 'kind', 'document'] as const

/** The claims that all filters leave. */
export const filterClaims = (claims: readonly Claim[], filter: ClaimFilter): Claim[] =>
  claims.filter((claim) =>
    names.every((name) => {
      const wanted = filter[name]
      return wanted === undefined || valuesOf[name](claim).includes(wanted)
    }),
  )

/** The filter as an address gives it, without values that no claim has. */
export const knownFilter = (claims: readonly Claim[], filter: ClaimFilter): ClaimFilter => ({
  topic: knownValue(filter.topic, countsOf(claims, valuesOf.topic)),
  kind: knownValue(filter.kind, countsOf(claims, valuesOf.kind)),
  document: knownValue(filter.document, countsOf(claims, valuesOf.document)),
})

/** For each filter how many claims each of its values would show, and all of them together, while the other filters stay. */
export function claimCounts(
  claims: readonly Claim[],
  filter: ClaimFilter,
): Readonly<Record<keyof ClaimFilter, { readonly all: number; readonly by: ReadonlyMap<string, number> }>> {
  const count = (name: (typeof names)[number]) => {
    const others = filterClaims(claims, { ...filter, [name]: undefined })
    return { all: others.length, by: countsOf(others, valuesOf[name]) }
  }
  return { topic: count('topic'), kind: count('kind'), document: count('document') }
}
