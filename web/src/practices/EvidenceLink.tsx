import type { StoredAnswer } from '@plumbline/shared/practices/contract.ts'
import { Icon } from '../ui/Icon.tsx'
import { dayOf } from '../ui/dates.ts'

/** Who answered, when, and where one can see it. */
export function EvidenceLink({ stored: { answeredAt, answeredBy, evidence } }: { stored: StoredAnswer }) {
  return (
    <p className="EvidenceLink">
      Answered by {answeredBy ?? 'somebody who has left'} on {dayOf(answeredAt)}
      {evidence !== null && (
        <>
          {' · '}
          <a href={evidence} target="_blank" rel="noreferrer">
            Evidence <Icon name="external" />
          </a>
        </>
      )}
    </p>
  )
}
