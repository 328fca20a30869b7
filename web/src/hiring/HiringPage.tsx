import { can } from '@plumbline/shared/access/can.ts'
import { Loaded } from '../api/Loaded.tsx'
import { useFramework } from '../frameworks/queries.ts'
import { actorOf } from '../identity/queries.ts'
import { useMe } from '../organisations/queries.ts'
import { useTeams } from '../teams/queries.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { HiringGaps } from './HiringGaps.tsx'
import { plannableTeams } from './team-choice.ts'

/** What is missing in the teams that I may plan for, and what they need. */
export function HiringPage() {
  const me = useMe()
  const teams = useTeams()
  const framework = useFramework()
  return (
    <Loaded of={me}>
      {(me) => (
        <Loaded of={teams}>
          {({ teams }) => {
            const actor = actorOf(me)
            const tree = plannableTeams(teams, actor)
            if (tree.length > 0) return <Loaded of={framework}>{(framework) => <HiringGaps tree={tree} framework={framework} />}</Loaded>
            return (
              <>
                <PageHeader title="Hiring" />
                <EmptyState title={actor.role === 'admin' ? 'There is no team yet' : 'Nothing to plan for you here'}>
                  {actor.role === 'admin' ? 'Add teams and people first; then their gaps are counted here.' : can.planHiring.reason}
                </EmptyState>
              </>
            )
          }}
        </Loaded>
      )}
    </Loaded>
  )
}
