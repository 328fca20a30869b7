import type { Read } from '@plumbline/shared/reads/contract.ts'
import { getRouteApi } from '@tanstack/react-router'
import { Loaded } from '../api/Loaded.tsx'
import { useMe } from '../organisations/queries.ts'
import { paths } from '../paths.ts'
import { purposeWords } from '../shell/purpose-words.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table } from '../ui/Table.tsx'
import { momentOf } from '../ui/dates.ts'
import { useReads } from './queries.ts'
import { openedWords, readerWords } from './read-words.ts'
import { RecordFilters } from './RecordFilters.tsx'
import './RecordPage.css'

const route = getRouteApi(`/framed${paths.myRecord}`)
const subtitle =
  'Each time someone else opened what is held on you, and what for. It is kept to the hour: the same view opened again by the same person within the same hour is one entry.'

/** Who read what is held on me. Nobody else sees this page, no admin either. */
export function RecordPage() {
  const me = useMe()
  return (
    <>
      <PageHeader title="Who read it" subtitle={subtitle} />
      <Loaded of={me}>
        {({ person }) =>
          person === null ? (
            <EmptyState title="Nothing is held on you here">Your account stands for nobody who is rated in this organisation.</EmptyState>
          ) : (
            <Record personId={person.id} />
          )
        }
      </Loaded>
    </>
  )
}

function Record({ personId }: { personId: string }) {
  const filter = route.useSearch()
  const { after, ...narrowing } = filter
  const narrowed = Object.values(narrowing).some((value) => value !== undefined)
  return (
    <>
      <RecordFilters key={JSON.stringify(narrowing)} filter={narrowing} />
      <Loaded of={useReads(personId, filter)}>
        {({ reads, next }) => (
          <>
            <ReadsTable
              reads={reads}
              empty={narrowed ? 'Nothing fits. Change the filters.' : 'Nobody else has opened what is held on you yet.'}
            />
            <nav className="RecordPage-pages" aria-label="Pages of the record">
              {after !== undefined && (
                <ButtonLink to={paths.myRecord} search={{ ...filter, after: undefined }}>
                  First page
                </ButtonLink>
              )}
              {next !== null && (
                <ButtonLink to={paths.myRecord} search={{ ...filter, after: next }}>
                  Next page
                </ButtonLink>
              )}
            </nav>
          </>
        )}
      </Loaded>
    </>
  )
}

const columns = [
  { key: 'reader', head: 'Who', rowHead: true, cell: (read: Read) => readerWords(read) },
  // Beside the name, so that it is in sight on a narrow screen.
  { key: 'purpose', head: 'What for', cell: ({ purpose }: Read) => (purpose === null ? 'keeping the trail' : purposeWords[purpose].name) },
  { key: 'at', head: 'When', cell: ({ at }: Read) => momentOf(at) },
  { key: 'what', head: 'What', cell: (read: Read) => <span className="RecordPage-what">{openedWords(read)}</span> },
]

function ReadsTable({ reads, empty }: { reads: readonly Read[]; empty: string }) {
  return <Table caption="Reads, newest first" captionHidden rows={reads} rowKey={({ id }) => id} empty={empty} columns={columns} />
}
