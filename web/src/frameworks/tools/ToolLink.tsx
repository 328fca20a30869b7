import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'

/** A tool by its name, leading to its entry. */
export function ToolLink({ tool: { id, name } }: { tool: { id: string; name: string } }) {
  return (
    <Link to={paths.frameworkTool} params={{ toolId: id }}>
      {name}
    </Link>
  )
}
