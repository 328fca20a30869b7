import { can } from '@plumbline/shared/access/can.ts'
import { Link } from '@tanstack/react-router'
import { Loaded } from '../api/Loaded.tsx'
import { actorOf } from '../identity/queries.ts'
import { useMe } from '../organisations/queries.ts'
import { paths } from '../paths.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ImportFile } from './ImportFile.tsx'

/** Bring people and teams in from a file. */
export function ImportPage() {
  const me = useMe()
  return (
    <>
      <PageHeader
        title="Import people"
        trail={<Link to={paths.people}>People & teams</Link>}
        subtitle="From a CSV file: people are told apart by their e-mail address, teams that are missing are added. Nothing is written before you have seen what it would do."
      />
      <Loaded of={me}>
        {(data) =>
          can.manageOrganisation.allows(actorOf(data)) ? (
            <ImportFile />
          ) : (
            <EmptyState title="For admins">{can.manageOrganisation.reason}</EmptyState>
          )
        }
      </Loaded>
    </>
  )
}
