import { Link, useParams, useSearch } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { NoSuchEntry } from '../NoSuchEntry.tsx'
import { Tools } from './Tools.tsx'

/** The tools that the documents name, and the skills that work with them is evidence for. */
export function ToolsPage() {
  const { toolId } = useParams({ strict: false })
  const { kind } = useSearch({ strict: false })
  return (
    <FrameworkSection
      title="Tools"
      subtitle="Products and services that the documents name. Having worked with one is evidence for a skill, never a level."
    >
      {(framework) =>
        toolId !== undefined && !framework.pack.tools.some(({ id }) => id === toolId) ? (
          <NoSuchEntry kind="tool" id={toolId} action={<Link to={paths.frameworkTools}>All tools</Link>} />
        ) : (
          <Tools framework={framework} kind={kind} marked={toolId} />
        )
      }
    </FrameworkSection>
  )
}
