import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Select } from '../ui/Select.tsx'

interface CategoryFilterProps {
  categories: Pack['categories']
  value: string | undefined
  onChange: (category: string | undefined) => void
}

export function CategoryFilter({ categories, value, onChange }: CategoryFilterProps) {
  const options = [{ value: '', label: 'All categories' }, ...categories.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <Select
      label="Category"
      labelHidden
      value={value ?? ''}
      options={options}
      onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)}
    />
  )
}
