import { Select } from '../ui/Select.tsx'

interface FacetProps {
  label: string
  value: string | undefined
  options: readonly { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}

/** One filter of a list; its empty choice shows everything. */
export function Facet({ label, value = '', options, onChange }: FacetProps) {
  const known = options.some((option) => option.value === value) ? value : ''
  return (
    <Select label={label} labelHidden value={known} options={options} onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)} />
  )
}
