import type { ClaimTopic } from '@plumbline/shared/frameworks/pack-market.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { Entries } from '../Entry.tsx'
import { claimTopicWords } from '../framework-words.ts'
import type { Framework } from '../queries.ts'
import { type ClaimFilter, filterClaims } from './claim-filter.ts'
import { ClaimEntry } from './ClaimEntry.tsx'
import { ClaimFilters } from './ClaimFilters.tsx'
import { PayBands } from './PayBands.tsx'

interface ClaimsProps {
  framework: Framework
  filter: ClaimFilter
  /** The claim that the address names: it is shown whatever the filters say. */
  marked: string | undefined
}

/** The claims that the filters leave, topic by topic. */
export function Claims({ framework, filter, marked }: ClaimsProps) {
  const { pack } = framework
  const fitting = new Set(filterClaims(pack.claims, filter))
  const shown = pack.claims.filter((claim) => fitting.has(claim) || claim.id === marked)
  const isUnfiltered = filter.kind === undefined && filter.document === undefined
  return (
    <>
      <ClaimFilters pack={pack} filter={filter} shown={fitting.size} />
      {isUnfiltered && (filter.topic ?? 'pay') === 'pay' && <PayBands pack={pack} />}
      {shown.length === 0 && <EmptyState title="No claim fits these filters">Take one of them back to see more.</EmptyState>}
      {topics.map((topic) => {
        const claims = shown.filter((claim) => claim.topic === topic)
        return (
          claims.length > 0 && (
            <Section key={topic} title={`${claimTopicWords[topic]} (${claims.length})`}>
              <Entries>
                {claims.map((claim) => (
                  <ClaimEntry key={claim.id} claim={claim} marked={claim.id === marked} framework={framework} />
                ))}
              </Entries>
            </Section>
          )
        )
      })}
    </>
  )
}

const topics = Object.keys(claimTopicWords) as ClaimTopic[]
