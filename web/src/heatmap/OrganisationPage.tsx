import type { Actor } from '@plumbline/shared/access/actor.ts'
import { can } from '@plumbline/shared/access/can.ts'
import { areasInForce } from '@plumbline/shared/practices/areas.ts'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Loaded } from '../api/Loaded.tsx'
import { useFramework } from '../frameworks/queries.ts'
import { useMe } from '../organisations/queries.ts'
import { paths } from '../paths.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Aggregates } from './Aggregates.tsx'
import { AreasTable } from './AreasTable.tsx'
import { CategoriesTable } from './CategoriesTable.tsx'
import { mostRows, overviewRows } from './overview-rows.ts'
import { type OverviewTeam, useOverview } from './queries.ts'
import { actorOf } from '../identity/queries.ts'
import './TeamPage.css'

const route = getRouteApi('/framed/organisation')
const views = { skills: 'Teams and skills', practices: 'Teams and practices' } as const

/** All teams at a glance, each with all below it: in full for those who see their people, in aggregates for everyone. */
export function OrganisationPage() {
  const me = useMe()
  return (
    <Loaded of={me}>
      {(me) => (
        <>
          <PageHeader title="Organisation" subtitle={me.organisation.name} />
          {can.viewOrganisation.allows(actorOf(me)) ? <Overview actor={actorOf(me)} /> : <Aggregates actor={actorOf(me)} />}
        </>
      )}
    </Loaded>
  )
}

function Overview({ actor }: { actor: Actor }) {
  const { view } = route.useSearch()
  const overview = useOverview()
  return (
    <>
      <Tabs label="Views of the organisation">
        {(Object.keys(views) as (keyof typeof views)[]).map((one) => (
          <Link key={one} from={paths.organisation} to={paths.organisation} search={(now) => ({ ...now, view: one })} resetScroll={false}>
            {views[one]}
          </Link>
        ))}
      </Tabs>
      <div className="TeamPage-view">
        <Loaded of={overview}>
          {({ teams }) =>
            teams.length === 0 ? (
              <EmptyState title="No teams yet">Add teams and people first: each team stands here with all below it.</EmptyState>
            ) : (
              <OverviewTables teams={teams} />
            )
          }
        </Loaded>
        {view === 'skills' && actor.role !== 'admin' && <Aggregates actor={actor} title="Other teams" />}
      </div>
    </>
  )
}

function OverviewTables({ teams }: { teams: readonly OverviewTeam[] }) {
  const practiceAreas = useMe().data?.organisation.practiceAreas ?? []
  const { view, top } = route.useSearch()
  const framework = useFramework()
  const rows = overviewRows(teams, top, mostRows)
  const topName = teams.find((team) => team.id === top)?.name
  return (
    <Loaded of={framework}>
      {({ pack }) => (
        <>
          {topName !== undefined && (
            <p className="TeamPage-back">
              Shows {topName} and the teams below it.{' '}
              <Link from={paths.organisation} to={paths.organisation} search={(now) => ({ ...now, top: undefined })}>
                Show all teams
              </Link>
            </p>
          )}
          {view === 'skills' ? (
            <CategoriesTable rows={rows} categories={pack.categories} />
          ) : (
            <AreasTable rows={rows} areas={areasInForce(pack, practiceAreas)} />
          )}
        </>
      )}
    </Loaded>
  )
}
