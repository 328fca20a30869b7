import { can } from '@plumbline/shared/access/can.ts'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Loaded } from '../api/Loaded.tsx'
import { type Framework, useFramework } from '../frameworks/queries.ts'
import { actorOf } from '../identity/queries.ts'
import { useMe } from '../organisations/queries.ts'
import { paths } from '../paths.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { CoverageView } from './CoverageView.tsx'
import { HeatmapView } from './HeatmapView.tsx'
import { useHeatmap, type TeamHeatmap } from './queries.ts'
import { RisksView } from './RisksView.tsx'
import type { TeamSearch } from './team-search.ts'
import { TeamHeader } from './TeamHeader.tsx'
import { TrendView } from './TrendView.tsx'
import './TeamPage.css'

const route = getRouteApi('/framed/teams/$teamId')
const views = { heatmap: 'Heatmap', coverage: 'Coverage', risks: 'Risks', trend: 'Trend' } as const

/** A team with all below it: levels against expectations, coverage by skill, what hangs on one person, and how it came about. */
export function TeamPage() {
  const { teamId } = route.useParams()
  return (
    <Loaded of={useMe()}>
      {(me) => (can.viewHeatmap.allows(actorOf(me), { id: teamId }) ? <SeenTeam teamId={teamId} /> : <UnseenTeam teamId={teamId} />)}
    </Loaded>
  )
}

/** Without asking: to whom it is not shown the server would say that it is not there. */
const UnseenTeam = ({ teamId }: { teamId: string }) => (
  <>
    <TeamHeader teamId={teamId} heatmap={undefined} />
    <EmptyState title="You cannot see this">{can.viewHeatmap.reason}</EmptyState>
  </>
)

function SeenTeam({ teamId }: { teamId: string }) {
  const heatmap = useHeatmap(teamId)
  const framework = useFramework()
  return (
    <>
      <TeamHeader teamId={teamId} heatmap={heatmap.data} />
      <Loaded of={heatmap}>
        {(heatmap) =>
          heatmap.people.length === 0 ? (
            <EmptyState title="Nobody is in this team yet" action={<ButtonLink to={paths.people}>People and teams</ButtonLink>}>
              As soon as people are in it or in a team below it, their levels stand here against what their roles expect.
            </EmptyState>
          ) : (
            <Loaded of={framework}>{(framework) => <TeamViews key={teamId} heatmap={heatmap} framework={framework} />}</Loaded>
          )
        }
      </Loaded>
    </>
  )
}

function TeamViews({ heatmap, framework }: { heatmap: TeamHeatmap; framework: Framework }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const onSearch = (change: Partial<TeamSearch>): void =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true, resetScroll: false })
  const View = { heatmap: HeatmapView, coverage: CoverageView, risks: RisksView, trend: TrendView }[search.view]
  return (
    <>
      <Tabs label="Views of the team">
        {(Object.keys(views) as (keyof typeof views)[]).map((view) => (
          <Link
            key={view}
            to={paths.team}
            params={{ teamId: heatmap.team.id }}
            search={{ view, category: search.category }}
            resetScroll={false}
          >
            {views[view]}
          </Link>
        ))}
      </Tabs>
      <div className="TeamPage-view">
        <View heatmap={heatmap} framework={framework} search={search} onSearch={onSearch} />
      </div>
    </>
  )
}
