import type { StoredAnswer } from '@plumbline/shared/practices/contract.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { answerWords } from './AnswerInput.tsx'
import type { Answering } from './use-answer.ts'

/** What became of the answer just chosen. */
export function AnswerStatus({ answering, stored }: { answering: Answering; stored: StoredAnswer | undefined }) {
  const { status, unsaved } = answering
  return (
    <>
      <span className="AnswerStatus" role="status">
        {status === 'saving' && 'Saving…'}
        {status === 'saved' && 'Saved'}
      </span>
      {unsaved !== null && (status === 'overtaken' || status === 'failed') && (
        <Notice kind={status === 'failed' ? 'error' : 'warn'}>
          <p>
            {status === 'failed'
              ? answering.problem
              : stored && `${stored.answeredBy ?? 'Somebody else'} answered “${answerWords(stored.answer)}” in the meantime.`}{' '}
            Your answer “{answerWords(unsaved)}” is not saved.
          </p>
          <div className="AnswerStatus-choice">
            <Button onClick={() => answering.choose(unsaved)}>
              {status === 'failed' ? 'Try again' : `Save “${answerWords(unsaved)}”`}
            </Button>
            <Button variant="quiet" onClick={answering.discard}>
              {stored ? `Keep “${answerWords(stored.answer)}”` : 'Leave unanswered'}
            </Button>
          </div>
        </Notice>
      )}
    </>
  )
}
