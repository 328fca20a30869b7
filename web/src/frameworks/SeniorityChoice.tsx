import { type Seniority, seniority as seniorities } from '@plumbline/shared/frameworks/seniority.ts'
import { Select } from '../ui/Select.tsx'

interface SeniorityChoiceProps {
  value: Seniority
  onChange: (seniority: Seniority) => void
  disabled?: boolean
}

/** At which seniority levels are shown. */
export function SeniorityChoice({ value, onChange, disabled = false }: SeniorityChoiceProps) {
  return (
    <Select
      label="Seniority"
      value={value}
      disabled={disabled}
      onChange={onChange}
      options={seniorities.options.map((one) => ({ value: one, label: one }))}
    />
  )
}
