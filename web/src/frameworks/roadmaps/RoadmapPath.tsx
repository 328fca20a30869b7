import type { Roadmap } from '@plumbline/shared/frameworks/pack-learning.ts'
import { useAssessment } from '../../assessments/queries.ts'
import { useMe } from '../../organisations/queries.ts'
import type { Framework } from '../queries.ts'
import { StageEntry } from './StageEntry.tsx'
import { stageRows } from './stage-rows.ts'
import './RoadmapPath.css'

interface RoadmapPathProps {
  roadmap: Roadmap
  framework: Framework
  /** The stage that the address names. */
  marked: string | undefined
}

/** The stages as stops on a way. Stages that wait for nothing of each other stand side by side. */
export function RoadmapPath({ roadmap, framework, marked }: RoadmapPathProps) {
  const own = useAssessment(useMe().data?.person?.id ?? null).data?.submitted
  return (
    <ol className="RoadmapPath">
      {stageRows(roadmap.stages).map((row) => (
        <li key={row.map(({ id }) => id).join(' ')} className="RoadmapPath-row">
          {row.length > 1 && <p className="RoadmapPath-branches">In any order:</p>}
          <ul>
            {row.map((stage) => (
              <StageEntry key={stage.id} stage={stage} marked={stage.id === marked} framework={framework} own={own} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
