import type { StoredAnswer } from '@plumbline/shared/practices/contract.ts'
import { Icon } from '../ui/Icon.tsx'

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })

/** Who answered, when, and what shows it. */
export function EvidenceLink({ stored: { answeredAt, answeredBy, evidence, note } }: { stored: StoredAnswer }) {
  return (
    <p className="EvidenceLink">
      Answered by {answeredBy ?? 'somebody who has left'} on {day.format(new Date(answeredAt))}
      {evidence !== null && (
        <>
          {' · '}
          <a href={evidence} target="_blank" rel="noreferrer">
            Evidence <Icon name="external" />
          </a>
        </>
      )}
      {note !== '' && <span className="EvidenceLink-note">{note}</span>}
    </p>
  )
}
