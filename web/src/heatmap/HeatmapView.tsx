import { nameIn } from '@plumbline/shared/levels/name-in.ts'
import { useMemo, useState } from 'react'
import type { Framework } from '../frameworks/queries.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PopoverAt } from '../ui/PopoverAt.tsx'
import { CellExplanation } from './CellExplanation.tsx'
import { type Grid, gridOf } from './grid.ts'
import type { Place } from '../ui/grid-keys.ts'
import { Heatmap } from './Heatmap.tsx'
import { HeatmapFilters } from './HeatmapFilters.tsx'
import { HeatmapLegend } from './HeatmapLegend.tsx'
import { PersonSummary } from './PersonSummary.tsx'
import type { TeamHeatmap } from './queries.ts'
import { SkillSummary } from './SkillSummary.tsx'
import type { TeamSearch } from './team-search.ts'

interface HeatmapViewProps {
  heatmap: TeamHeatmap
  framework: Framework
  search: TeamSearch
  onSearch: (change: Partial<TeamSearch>) => void
}

/** By id, not by place: the order may change while it is open. */
interface Opened {
  personId: string | undefined
  skill: string | undefined
  anchor: HTMLElement
}

export function HeatmapView({ heatmap: { team, people }, framework, search, onSearch }: HeatmapViewProps) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const { category, role, gaps, all, sort } = search
  const grid = useMemo(
    () => gridOf(people, framework, { category, role, gaps, all, sort }),
    [people, framework, category, role, gaps, all, sort],
  )
  const { roleById } = framework.index
  const detailOf = (roleId: string | null): string => (roleId === null ? 'no role' : nameIn(roleById, roleId))
  const open = ({ row, column }: Place, anchor: HTMLElement): void =>
    setOpened({ personId: grid.rows[row - 1]?.person.id, skill: grid.columns[column - 1]?.skill, anchor })

  return (
    <>
      <HeatmapFilters people={people} framework={framework} search={search} onSearch={onSearch} />
      {grid.columns.length === 0 || grid.rows.length === 0 ? (
        <EmptyState title="Nothing fits these filters">
          {gaps === true ? 'Nobody shown is rated below what their role expects.' : 'No role of the people shown expects a skill here.'}
        </EmptyState>
      ) : (
        <>
          <Heatmap grid={grid} label={`Levels of ${team.name}`} detailOf={detailOf} onOpen={open} />
          <HeatmapLegend />
        </>
      )}
      {opened !== null && (
        <OpenPopover
          key={`${opened.personId ?? ''} ${opened.skill ?? ''}`}
          {...{ opened, grid, framework }}
          onClose={() => setOpened((now) => (now === opened ? null : now))}
        />
      )}
    </>
  )
}

interface OpenPopoverProps {
  opened: Opened
  grid: Grid
  framework: Framework
  onClose: () => void
}

/** What a cell, the head of a skill or a name has to tell. */
function OpenPopover({ opened: { personId, skill: skillId, anchor }, grid, framework, onClose }: OpenPopoverProps) {
  const person = grid.rows.find((one) => one.person.id === personId)
  const skill = grid.columns.find((one) => one.skill === skillId)
  const entry = framework.index.skillById.get(skill?.skill ?? '')
  const title = [person?.person.name, skill?.name].filter((part) => part !== undefined).join(' · ')
  if (title === '') return null
  return (
    <PopoverAt anchor={anchor} title={title} onClose={onClose}>
      {person && entry && <CellExplanation person={person.person} skill={entry} documents={framework.pack.documents} />}
      {person && !skill && <PersonSummary row={person} framework={framework} />}
      {!person && skill && <SkillSummary column={skill} grid={grid} framework={framework} />}
    </PopoverAt>
  )
}
