import type { Tool } from '@plumbline/shared/frameworks/pack-skills.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'

export interface ToolGroup {
  readonly id: string
  readonly name: string
  readonly tools: readonly Tool[]
}

/** Tools under the category of the first skill that they are evidence for, in the framework's order; those with no skill come last. */
export function toolGroups(tools: readonly Tool[], { categories, skills }: Pick<Pack, 'categories' | 'skills'>): ToolGroup[] {
  const categoryOf = (tool: Tool) => skills.find(({ id }) => id === tool.skills[0])?.category
  const groups = categories.map(({ id, name }) => ({ id, name, tools: tools.filter((tool) => categoryOf(tool) === id) }))
  const others = { id: '', name: 'Evidence for no skill', tools: tools.filter((tool) => categoryOf(tool) === undefined) }
  return [...groups, others].filter((group) => group.tools.length > 0)
}
