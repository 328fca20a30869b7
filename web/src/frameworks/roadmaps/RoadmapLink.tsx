import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'

/** A roadmap by its name, leading to its page. */
export function RoadmapLink({ roadmap: { id, name } }: { roadmap: { id: string; name: string } }) {
  return (
    <Link to={paths.frameworkRoadmap} params={{ roadmapId: id }}>
      {name}
    </Link>
  )
}
