import type { StoredAnswer } from '@plumbline/shared/practices/contract.ts'
import { useId } from 'react'
import './AnswerInput.css'

type Answer = StoredAnswer['answer']

const choices: readonly { answer: Answer; label: string; spoken: string }[] = [
  { answer: 'none', label: 'None', spoken: 'none of our services' },
  { answer: 'some', label: 'Some', spoken: 'some of our services' },
  { answer: 'most', label: 'Most', spoken: 'most of our services' },
  { answer: 'all', label: 'All', spoken: 'all of our services' },
  { answer: 'not_applicable', label: 'N/A', spoken: 'not applicable' },
]

export const answerWords = (answer: Answer): string => (answer === 'not_applicable' ? 'not applicable' : answer)

interface AnswerInputProps {
  /** Id of the element that names the practice. */
  labelledBy: string
  value: Answer | null
  onChange: (answer: Answer) => void
}

/** The five answers as one row of radio buttons: the platform moves between them with the arrow keys. */
export function AnswerInput({ labelledBy, value, onChange }: AnswerInputProps) {
  const name = useId()
  return (
    <div className="AnswerInput" role="radiogroup" aria-labelledby={labelledBy}>
      {choices.map(({ answer, label, spoken }) => (
        <label key={answer} data-answer={answer} title={spoken}>
          <input
            type="radio"
            name={name}
            value={answer}
            checked={answer === value}
            aria-label={`${label}: ${spoken}`}
            onChange={() => onChange(answer)}
          />
          <span aria-hidden="true">{label}</span>
        </label>
      ))}
    </div>
  )
}
