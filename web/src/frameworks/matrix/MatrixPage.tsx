import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useMe } from '../../organisations/queries.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Place } from '../../ui/grid-keys.ts'
import { ExpectationLegend } from '../ExpectationLegend.tsx'
import { FrameworkSection } from '../FrameworkSection.tsx'
import type { Framework } from '../queries.ts'
import { MatrixFilters } from './MatrixFilters.tsx'
import { MatrixGrid } from './MatrixGrid.tsx'
import { MatrixPopover, type Opened } from './MatrixPopover.tsx'
import { matrixOf } from './matrix-sheet.ts'

const route = getRouteApi('/framed/framework')

/** What every role expects of every skill, at a seniority. */
export function MatrixPage() {
  return (
    <FrameworkSection title="Framework" subtitle="What people and teams are measured with: the level that each role expects of each skill.">
      {(framework) => <Matrix framework={framework} />}
    </FrameworkSection>
  )
}

function Matrix({ framework }: { framework: Framework }) {
  const { pack, index } = framework
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const own = useMe().data?.person?.roleId ?? null
  const [opened, setOpened] = useState<Opened | null>(null)
  const sheet = useMemo(() => matrixOf(pack, index, search), [pack, index, search])
  const open = ({ row, column }: Place, anchor: HTMLElement): void => {
    const line = sheet.lines[row - 1]
    setOpened({ role: sheet.roles[column - 1]?.id, skill: line?.kind === 'skill' ? line.skill.id : undefined, anchor })
  }
  return (
    <>
      <MatrixFilters
        pack={pack}
        search={search}
        onSearch={(change) => void navigate({ search: (now) => ({ ...now, ...change }), resetScroll: false, replace: true })}
      />
      {sheet.lines.length === 0 ? (
        <EmptyState title="Nothing fits these filters">No role shown expects a skill of this category on this basis.</EmptyState>
      ) : (
        <MatrixGrid sheet={sheet} basis={search.basis} seniority={search.seniority} ownRole={own} onOpen={open} />
      )}
      <p className="Matrix-key">
        Bold: must; otherwise should. s: stated, g: group, no letter: derived. A dot: not expected. Every cell opens its reasons.
      </p>
      <ExpectationLegend counts={sheet.counts} />
      {opened !== null && (
        <MatrixPopover
          key={`${opened.role ?? ''} ${opened.skill ?? ''}`}
          opened={opened}
          framework={framework}
          seniority={search.seniority}
          onClose={() => setOpened((now) => (now === opened ? null : now))}
        />
      )}
    </>
  )
}
