import { levelNamesOf } from '@plumbline/shared/levels/level.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useEditing } from './editing.ts'
import { fieldWords } from './field-words.ts'
import './DescriptorFields.css'

interface DescriptorFieldsProps {
  /** Six texts, for the levels 0 to 5. */
  value: readonly string[]
  onChange: (value: string[]) => void
  errorAt: (path: string) => string | undefined
}

/** What a person can be observed to do at each level: all six, or none. */
export function DescriptorFields({ value, onChange, errorAt }: DescriptorFieldsProps) {
  const names = levelNamesOf(useEditing().pack)
  return (
    <fieldset className="DescriptorFields">
      <legend className="Field-label">{fieldWords.descriptors}</legend>
      <div className="Field-hint">What someone can be observed to do. All six, or none; up to 240 characters each.</div>
      {names.map((name, level) => (
        <TextArea
          key={name}
          label={`${level} ${name}`}
          rows={2}
          maxLength={240}
          value={value[level] ?? ''}
          onChange={(text) => onChange(value.map((one, at) => (at === level ? text : one)))}
          error={errorAt(`descriptors/${level}`)}
        />
      ))}
    </fieldset>
  )
}
