import { Link, useParams } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Entries } from '../Entry.tsx'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { NoSuchEntry } from '../NoSuchEntry.tsx'
import { DocumentEntry } from './DocumentEntry.tsx'

/** The documents that the framework is read from, and what in it comes from each. */
export function SourcesPage() {
  const { documentId } = useParams({ strict: false })
  return (
    <FrameworkSection
      title="Sources"
      subtitle="The documents that the framework is read from. They are opinion, advertising and advice, so each one’s interest stands beside it."
    >
      {({ pack }) => {
        if (documentId !== undefined && !pack.documents.some(({ id }) => id === documentId))
          return <NoSuchEntry kind="source" id={documentId} action={<Link to={paths.frameworkSources}>All sources</Link>} />
        if (pack.documents.length === 0) return <p>The framework names no documents.</p>
        return (
          <Entries>
            {pack.documents.map((one) => (
              <DocumentEntry key={one.id} document={one} marked={one.id === documentId} pack={pack} />
            ))}
          </Entries>
        )
      }}
    </FrameworkSection>
  )
}
