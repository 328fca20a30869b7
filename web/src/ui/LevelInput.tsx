import type { Level } from '@plumbline/shared/levels/level.ts'
import { type KeyboardEvent, useId } from 'react'
import { type LevelAnswer, answerForKey, levels } from './level-keys.ts'
import { useLevelNames } from './level-names.ts'
import './LevelInput.css'
import './VisuallyHidden.css'

interface LevelInputProps {
  /** What is rated. */
  label: string
  labelHidden?: boolean
  value: LevelAnswer
  onChange: (value: LevelAnswer) => void
  /** Marked on the scale. */
  expected?: Level | undefined
  /** Id of what tells more about the level in focus. */
  describedBy?: string
  disabled?: boolean
}

/** The scale as one row of radio buttons: the platform moves focus with the arrow keys, and the keys 0–5 and n answer directly. */
export function LevelInput({ label, labelHidden = false, value, onChange, expected, describedBy, disabled }: LevelInputProps) {
  const name = useId()
  const names = useLevelNames()
  const press = (event: KeyboardEvent<HTMLFieldSetElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const answer = answerForKey(event.key)
    if (answer === undefined) return
    event.preventDefault()
    onChange(answer)
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${answer ?? 0}"]`)?.focus()
  }
  const option = (answer: Level | 'not sure', shown: string, spoken: string) => (
    <label key={answer} data-level={answer} data-expected={answer === expected ? '' : undefined} title={spoken}>
      <input
        type="radio"
        name={name}
        value={answer}
        checked={answer === value}
        aria-describedby={describedBy}
        onChange={() => onChange(answer)}
      />
      <span aria-hidden="true">{shown}</span>
      <span className="VisuallyHidden">{answer === expected ? `${spoken} (expected)` : spoken}</span>
    </label>
  )
  return (
    <fieldset className="LevelInput" role="radiogroup" aria-labelledby={`${name}-label`} disabled={disabled} onKeyDown={press}>
      <legend id={`${name}-label`} className={labelHidden ? 'VisuallyHidden' : 'Field-label'}>
        {label}
      </legend>
      <div className="LevelInput-scale">
        {levels.map((level) => option(level, String(level), `${level} ${names[level]}`))}
        {option('not sure', 'not sure', 'not sure')}
      </div>
    </fieldset>
  )
}
