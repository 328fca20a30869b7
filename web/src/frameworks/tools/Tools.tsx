import { useNavigate } from '@tanstack/react-router'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { Entries } from '../Entry.tsx'
import { Facet } from '../Facet.tsx'
import { countsOf, facetOptions, knownValue } from '../facets.ts'
import { Filters } from '../Filters.tsx'
import type { Framework } from '../queries.ts'
import { toolGroups } from './tool-groups.ts'
import { ToolEntry } from './ToolEntry.tsx'

interface ToolsProps {
  framework: Framework
  /** As the address gives it. */
  kind: string | undefined
  /** The one that the address names: it is shown whatever the filter says. */
  marked: string | undefined
}

/** The tools of one kind, or all, by the category of the skill that they are first of all evidence for. */
export function Tools({ framework: { pack, index }, kind: wanted, marked }: ToolsProps) {
  const navigate = useNavigate()
  const counts = countsOf(pack.tools, ({ kinds }) => kinds)
  const kind = knownValue(wanted, counts)
  const fitting = pack.tools.filter((tool) => kind === undefined || tool.kinds.includes(kind))
  const shown = pack.tools.filter((tool) => fitting.includes(tool) || tool.id === marked)
  const kinds = [...counts.keys()].toSorted((a, b) => a.localeCompare(b, 'en')).map((value) => ({ value, label: value }))
  return (
    <>
      <Filters fitting={fitting.length} all={pack.tools.length} of="tools">
        <Facet
          label="Kind"
          value={kind}
          options={facetOptions({ label: 'All kinds', count: pack.tools.length }, kinds, counts, kind)}
          onChange={(chosen) => void navigate({ to: '.', search: { kind: chosen }, resetScroll: false, replace: true })}
        />
      </Filters>
      {shown.length === 0 && <EmptyState title="The framework names no tools" />}
      {toolGroups(shown, pack).map(({ id, name, tools }) => (
        <Section key={id} title={`${name} (${tools.length})`}>
          <Entries>
            {tools.map((tool) => (
              <ToolEntry key={tool.id} tool={tool} marked={tool.id === marked} pack={pack} index={index} />
            ))}
          </Entries>
        </Section>
      ))}
    </>
  )
}
