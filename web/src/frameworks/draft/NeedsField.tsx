import { levelNamesOf } from '@plumbline/shared/levels/level.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useEditing } from './editing.ts'
import { fieldWords } from './field-words.ts'
import { nextKey } from './form-values.ts'
import type { NeedRow } from './practice-values.ts'
import { Rows } from './Rows.tsx'

interface NeedsFieldProps {
  value: readonly NeedRow[]
  onChange: (value: NeedRow[]) => void
  errorAt: (path: string) => string | undefined
}

/** The skills that carry a practice: how many people, at which level or above. */
export function NeedsField({ value, onChange, errorAt }: NeedsFieldProps) {
  const { pack } = useEditing()
  const skills = [
    { value: '', label: 'Choose a skill', disabled: true },
    ...pack.skills.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const levels = levelNamesOf(pack).map((name, level) => ({ value: String(level), label: `${level} ${name}` }))
  return (
    <Rows
      label={fieldWords.needs}
      one="skill"
      rows={value}
      onChange={onChange}
      blank={() => ({ key: nextKey(), skill: '', level: '3', people: '1' })}
      error={errorAt('needs')}
    >
      {(row, change, at) => (
        <>
          <Select
            label="Skill"
            options={skills}
            value={row.skill}
            onChange={(skill) => change({ skill })}
            error={errorAt(`needs/${at}/skill`)}
          />
          <Select
            label="Level"
            options={levels}
            value={row.level}
            onChange={(level) => change({ level })}
            error={errorAt(`needs/${at}/level`)}
          />
          <TextField
            label="People"
            inputMode="numeric"
            value={row.people}
            onChange={(people) => change({ people })}
            error={errorAt(`needs/${at}/people`)}
          />
        </>
      )}
    </Rows>
  )
}
