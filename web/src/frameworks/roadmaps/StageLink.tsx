import type { Roadmap, Stage } from '@plumbline/shared/frameworks/pack-learning.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'

interface StageLinkProps {
  roadmap: Pick<Roadmap, 'id' | 'name'>
  stage: Pick<Stage, 'id' | 'order' | 'name'>
  /** Leaves the roadmap out, where it is clear which one it is. */
  short?: boolean
}

/** A stage by its number and name, leading to its place on its roadmap. */
export function StageLink({ roadmap, stage, short = false }: StageLinkProps) {
  return (
    <Link to={paths.frameworkRoadmap} params={{ roadmapId: roadmap.id }} search={{ stage: stage.id }}>
      {!short && `${roadmap.name}, `}
      {short ? '' : 'stage '}
      {stage.order} {stage.name}
    </Link>
  )
}
