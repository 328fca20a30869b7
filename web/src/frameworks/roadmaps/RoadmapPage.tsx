import { Link, getRouteApi } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { NoSuchEntry } from '../NoSuchEntry.tsx'
import type { Framework } from '../queries.ts'
import { RoadmapView } from './RoadmapView.tsx'

const route = getRouteApi('/framed/framework/roadmaps/$roadmapId')

/** One way of learning as a path of stages. */
export function RoadmapPage() {
  const { roadmapId } = route.useParams()
  const { stage } = route.useSearch()
  const found = ({ pack }: Framework) => pack.roadmaps.find(({ id }) => id === roadmapId)
  return (
    <FrameworkSection
      title={(framework) => found(framework)?.name ?? 'No such roadmap'}
      subtitle={(framework) => found(framework)?.summary}
    >
      {(framework) => {
        const roadmap = found(framework)
        return roadmap === undefined ? (
          <NoSuchEntry kind="roadmap" id={roadmapId} action={<Link to={paths.frameworkRoadmaps}>All roadmaps</Link>} />
        ) : (
          <RoadmapView roadmap={roadmap} framework={framework} marked={stage} />
        )
      }}
    </FrameworkSection>
  )
}
