import { can } from '@plumbline/shared/access/can.ts'
import { getRouteApi } from '@tanstack/react-router'
import { Loaded } from '../api/Loaded.tsx'
import { actorOf } from '../identity/queries.ts'
import { useMe } from '../organisations/queries.ts'
import { paths } from '../paths.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { AuditExports } from './AuditExports.tsx'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditTable } from './AuditTable.tsx'
import { useAudit } from './queries.ts'
import './AuditPage.css'

const route = getRouteApi(`/framed${paths.audit}`)
const subtitle = 'Every change and every refusal. A seal chains each event to the one before it, so that none can be changed unseen.'

/** Who did what in the organisation, for admins. */
export function AuditPage() {
  const me = useMe()
  return (
    <Loaded of={me}>
      {(me) =>
        can.viewAudit.allows(actorOf(me)) ? (
          <Trail />
        ) : (
          <>
            <PageHeader title="Audit" />
            <EmptyState title="You cannot see this">{can.viewAudit.reason}</EmptyState>
          </>
        )
      }
    </Loaded>
  )
}

function Trail() {
  const filter = route.useSearch()
  const read = useAudit(filter)
  const { after, ...narrowing } = filter
  const narrowed = Object.values(narrowing).some((value) => value !== undefined)
  return (
    <>
      <PageHeader title="Audit" subtitle={subtitle} actions={<AuditExports filter={narrowing} />} />
      <AuditFilters key={JSON.stringify(narrowing)} filter={narrowing} />
      <Loaded of={read}>
        {({ events, next }) => (
          <>
            <AuditTable
              events={events}
              filter={filter}
              empty={narrowed ? 'No event fits. Change the filters.' : 'Nothing has happened yet.'}
            />
            <nav className="AuditPage-pages" aria-label="Pages of the audit trail">
              {after !== undefined && (
                <ButtonLink to={paths.audit} search={{ ...filter, after: undefined }}>
                  First page
                </ButtonLink>
              )}
              {next !== null && (
                <ButtonLink to={paths.audit} search={{ ...filter, after: next }}>
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
