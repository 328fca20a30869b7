import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Select } from '../../ui/Select.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { SeniorityChoice } from '../SeniorityChoice.tsx'
import type { MatrixSearch } from '../framework-search.ts'
import { bases } from '../framework-words.ts'

interface MatrixFiltersProps {
  pack: Pack
  search: MatrixSearch
  onSearch: (change: Partial<MatrixSearch>) => void
}

const optionsOf = (all: string, entries: Pack['categories']) => [
  { value: '', label: all },
  ...entries.map(({ id, name }) => ({ value: id, label: name })),
]

const chosen = (value: string): string | undefined => (value === '' ? undefined : value)

const basisOptions = [{ value: '' as const, label: 'Any basis' }, ...bases.map((value) => ({ value, label: `Only ${value}` }))]

export function MatrixFilters({ pack, search, onSearch }: MatrixFiltersProps) {
  return (
    <div className="MatrixFilters">
      <Toolbar label="What is shown">
        <SeniorityChoice value={search.seniority} onChange={(seniority) => onSearch({ seniority })} />
        <Select
          label="Role"
          value={search.role ?? ''}
          options={optionsOf('All roles', pack.roles)}
          onChange={(role) => onSearch({ role: chosen(role) })}
        />
        <Select
          label="Category"
          value={search.category ?? ''}
          options={optionsOf('All categories', pack.categories)}
          onChange={(category) => onSearch({ category: chosen(category) })}
        />
        <Select
          label="Basis"
          value={search.basis ?? ''}
          options={basisOptions}
          onChange={(basis) => onSearch({ basis: basis === '' ? undefined : basis })}
        />
      </Toolbar>
    </div>
  )
}
