import { Button } from '../ui/Button.tsx'
import { Progress } from '../ui/Progress.tsx'
import type { Saving } from './draft-keeper.ts'
import './SubmitBar.css'

interface SubmitBarProps {
  label: string
  progress: { answered: number; total: number }
  /** Answers in the draft: what submitting sends. */
  toSubmit: number
  saving: Saving
  submitting: boolean
  onSubmit: () => void
}

/** At the foot of the window: how far I am, whether it is saved, and the way to hand it in. */
export function SubmitBar({ label, progress, toSubmit, saving, submitting, onSubmit }: SubmitBarProps) {
  return (
    <div className="SubmitBar">
      <Progress label={label} value={progress.answered} max={progress.total} unit="answered" />
      <p className="SubmitBar-state" role="status" aria-live="polite" data-state={saving.state}>
        {wordsFor(saving)}
      </p>
      <Button variant="primary" busy={submitting} disabled={toSubmit === 0} onClick={onSubmit}>
        {toSubmit === 0 ? 'Nothing to submit yet' : `Submit ${toSubmit} ${toSubmit === 1 ? 'rating' : 'ratings'}`}
      </Button>
    </div>
  )
}

function wordsFor(saving: Saving): string {
  switch (saving.state) {
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'refused':
      return `Not saved. ${saving.sentence}`
    case 'unreached': {
      const why = saving.offline ? 'Offline' : 'The server does not answer'
      return saving.onDevice ? `${why}, kept on this device` : `${why}, not saved: keep this page open`
    }
  }
}
