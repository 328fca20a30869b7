import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useEditing } from './editing.ts'
import { fieldWords } from './field-words.ts'
import './MonthFields.css'

interface MonthFieldsProps {
  /** Five texts, one a step. */
  steps: readonly string[]
  reason: string
  onSteps: (steps: string[]) => void
  onReason: (reason: string) => void
  errorAt: (path: string) => string | undefined
}

/** How many months each step from one level to the next takes beside the job, and why: all of it, or none. */
export function MonthFields({ steps, reason, onSteps, onReason, errorAt }: MonthFieldsProps) {
  const { monthReasons } = useEditing().pack
  const options = [{ value: '', label: 'No months known' }, ...monthReasons.map(({ id, text }) => ({ value: id, label: text }))]
  return (
    <fieldset className="MonthFields">
      <legend className="Field-label">{fieldWords.months}</legend>
      <div className="Field-hint">For each step, beside the job. All five with a reason, or none.</div>
      <div className="MonthFields-steps">
        {steps.map((step, at) => (
          <TextField
            // The steps are five and never move.
            key={['first', 'second', 'third', 'fourth', 'fifth'][at]}
            label={`${at} → ${at + 1}`}
            inputMode="decimal"
            value={step}
            onChange={(text) => onSteps(steps.map((one, place) => (place === at ? text : one)))}
            error={errorAt(`months/steps/${at}`)}
          />
        ))}
      </div>
      <Select label="Reason" options={options} value={reason} onChange={onReason} error={errorAt('months/reason')} />
    </fieldset>
  )
}
