import { Link, useParams } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Entries } from '../Entry.tsx'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { NoSuchEntry } from '../NoSuchEntry.tsx'
import { ModelEntry } from './ModelEntry.tsx'

/** The open models that skills and practices are set beside, and how far the framework covers each. */
export function ModelsPage() {
  const { modelId } = useParams({ strict: false })
  return (
    <FrameworkSection
      title="Models"
      subtitle="Open models of the field that skills and practices are set beside, for orientation. Nobody is certified by being listed."
    >
      {({ pack }) => {
        if (modelId !== undefined && !pack.models.some(({ id }) => id === modelId))
          return <NoSuchEntry kind="model" id={modelId} action={<Link to={paths.frameworkModels}>All models</Link>} />
        if (pack.models.length === 0) return <p>The framework is set beside no open model.</p>
        return (
          <Entries>
            {pack.models.map((one) => (
              <ModelEntry key={one.id} model={one} marked={one.id === modelId} pack={pack} />
            ))}
          </Entries>
        )
      }}
    </FrameworkSection>
  )
}
