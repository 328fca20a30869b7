import { Link, useParams, useSearch } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { NoSuchEntry } from '../NoSuchEntry.tsx'
import { knownFilter } from './claim-filter.ts'
import { Claims } from './Claims.tsx'

/** What the documents say about pay, cost, time, demand, benefits, risks and hiring, each claim with its kind and its interest. */
export function MarketPage() {
  const { claimId } = useParams({ strict: false })
  const { topic, kind, document } = useSearch({ strict: false })
  return (
    <FrameworkSection
      title="Market"
      subtitle="What the documents say about pay, cost, demand, benefits, risks and hiring. Nobody has checked it: each claim shows its kind, and who gains by it."
    >
      {(framework) =>
        claimId !== undefined && !framework.pack.claims.some(({ id }) => id === claimId) ? (
          <NoSuchEntry kind="claim" id={claimId} action={<Link to={paths.frameworkMarket}>All claims</Link>} />
        ) : (
          <Claims framework={framework} filter={knownFilter(framework.pack.claims, { topic, kind, document })} marked={claimId} />
        )
      }
    </FrameworkSection>
  )
}
