import { level as levelOf } from '@plumbline/shared/levels/level.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { EditedCell } from './expectation-row.ts'

interface FieldOfCell {
  /** The skill's name. */
  of: string
  cell: EditedCell
  onChange: (part: Partial<EditedCell>) => void
}

const importances = [
  { value: 'must', label: 'must' },
  { value: 'should', label: 'should' },
] as const

export function LevelField({ of, levels, cell, onChange }: FieldOfCell & { levels: readonly { value: string; label: string }[] }) {
  const choose = (value: string) => onChange({ level: value === '' ? null : levelOf.parse(Number(value)) })
  return <Select label={`Level of ${of}`} labelHidden options={levels} value={String(cell.level ?? '')} onChange={choose} />
}

export function ImportanceField({ of, cell, onChange }: FieldOfCell) {
  return (
    <Select
      label={`Importance of ${of}`}
      labelHidden
      options={importances}
      value={cell.importance}
      disabled={cell.level === null}
      onChange={(importance) => onChange({ importance })}
    />
  )
}

export function ReasonField({ of, cell, onChange }: FieldOfCell) {
  return (
    <TextField
      label={`Your own reason for ${of}`}
      labelHidden
      autoComplete="off"
      maxLength={600}
      value={cell.reason}
      disabled={cell.level === null}
      onChange={(reason) => onChange({ reason })}
    />
  )
}
