import { Link, useParams, useSearch } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { NoSuchEntry } from '../NoSuchEntry.tsx'
import { Contradictions } from './Contradictions.tsx'

/** Where the documents disagree, all sides beside each other. */
export function ContradictionsPage() {
  const { contradictionId } = useParams({ strict: false })
  const { type } = useSearch({ strict: false })
  return (
    <FrameworkSection
      title="Contradictions"
      subtitle="Where the documents disagree with each other or with themselves. All sides stand; nothing is averaged or chosen."
    >
      {({ pack }) =>
        contradictionId !== undefined && !pack.contradictions.some(({ id }) => id === contradictionId) ? (
          <NoSuchEntry
            kind="contradiction"
            id={contradictionId}
            action={<Link to={paths.frameworkContradictions}>All contradictions</Link>}
          />
        ) : (
          <Contradictions pack={pack} type={type} marked={contradictionId} />
        )
      }
    </FrameworkSection>
  )
}
