import { Checkbox } from '../ui/Checkbox.tsx'
import { Select } from '../ui/Select.tsx'
import { Toolbar } from '../ui/Toolbar.tsx'
import type { Framework } from '../frameworks/queries.ts'
import { CategoryFilter } from './CategoryFilter.tsx'
import type { GridOrder } from './grid-order.ts'
import type { HeatmapPerson } from './queries.ts'
import type { TeamSearch } from './team-search.ts'
import './HeatmapFilters.css'

interface HeatmapFiltersProps {
  people: readonly HeatmapPerson[]
  framework: Framework
  search: TeamSearch
  onSearch: (change: Partial<TeamSearch>) => void
}

const orders: { value: GridOrder; label: string }[] = [
  { value: 'gap', label: 'Skill gaps first' },
  { value: 'name', label: 'By name' },
  { value: 'framework', label: 'As in the framework' },
]

/** What the heatmap shows and in which order; all of it is in the address. */
export function HeatmapFilters({ people, framework: { pack }, search, onSearch }: HeatmapFiltersProps) {
  const held = new Set(people.map((person) => person.roleId))
  const roles = pack.roles.filter((role) => held.has(role.id)).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="HeatmapFilters">
      <Toolbar label="Filters">
        <CategoryFilter categories={pack.categories} value={search.category} onChange={(category) => onSearch({ category })} />
        <Select
          label="Role"
          labelHidden
          value={search.role ?? ''}
          options={[{ value: '', label: 'All roles' }, ...roles]}
          onChange={(role) => onSearch({ role: role === '' ? undefined : role })}
        />
        <Select
          label="Order"
          labelHidden
          value={search.sort ?? 'gap'}
          options={orders}
          onChange={(sort) => onSearch({ sort: sort === 'gap' ? undefined : sort })}
        />
        <Checkbox label="Gaps only" value={search.gaps ?? false} onChange={(gaps) => onSearch({ gaps: gaps || undefined })} />
        <Checkbox label="All skills" value={search.all ?? false} onChange={(all) => onSearch({ all: all || undefined })} />
      </Toolbar>
    </div>
  )
}
