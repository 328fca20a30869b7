import type { OkOf } from '@plumbline/shared/http/route.ts'
import { endOtherSessionsRoute, endSessionRoute, listSessionsRoute } from '@plumbline/shared/identity/contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { ConfirmDialog } from '../api/ConfirmDialog.tsx'
import { Loaded } from '../api/Loaded.tsx'
import { useRoute } from '../api/query.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { momentOf } from '../ui/dates.ts'
import { toast } from '../ui/toast.ts'

type Session = OkOf<typeof listSessionsRoute>['sessions'][number]

const again = { invalidates: [listSessionsRoute] }

/** My sessions, each with a way to end it; this one ends by signing out. */
export function SessionList() {
  const read = useRoute(listSessionsRoute, {})
  const end = useChange(endSessionRoute, again)
  const endOthers = useChange(endOtherSessionsRoute, again)
  const [asked, setAsked] = useState<Session | 'others' | null>(null)
  const sessions = read.data?.sessions ?? []
  const others = sessions.some(({ current }) => !current)
  return (
    <Section
      title="Sessions"
      note="One for each browser that you signed in with. End what you do not know, and change your password then."
      actions={others && <Button onClick={() => setAsked('others')}>End all others</Button>}
    >
      <Loaded of={read}>{() => <SessionTable sessions={sessions} onEnd={setAsked} />}</Loaded>
      {asked === 'others' && (
        <ConfirmDialog
          title="End all other sessions?"
          confirm="End them"
          onClose={() => setAsked(null)}
          send={() => endOthers.send({})}
          onDone={() => toast('You are signed out everywhere else.')}
        >
          <p>Every other browser has to sign in again, with its next click. What was not saved there is lost.</p>
        </ConfirmDialog>
      )}
      {asked !== null && asked !== 'others' && (
        <ConfirmDialog
          title={`End the session of ${asked.device}?`}
          confirm="End it"
          onClose={() => setAsked(null)}
          send={() => end.send({ params: { sessionId: asked.id } })}
          onDone={() => toast('The session was ended.')}
        >
          <p>That browser has to sign in again, with its next click. What was not saved there is lost.</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

function SessionTable({ sessions, onEnd }: { sessions: readonly Session[]; onEnd: (session: Session) => void }) {
  const controls = (session: Session) => <SessionControls {...{ session, onEnd }} />
  return (
    <Table
      caption="Where you are signed in"
      captionHidden
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        { key: 'device', head: 'With', rowHead: true, cell: ({ device }) => device },
        // Beside the name, so that it is in sight on a narrow screen.
        { key: 'controls', head: 'Controls', cell: controls },
        { key: 'address', head: 'From', cell: ({ address }) => address ?? 'unknown' },
        { key: 'created', head: 'Signed in', cell: ({ createdAt }) => momentOf(createdAt) },
        { key: 'used', head: 'Last used', cell: ({ lastUsedAt }) => momentOf(lastUsedAt) },
      ]}
    />
  )
}

function SessionControls({ session, onEnd }: { session: Session; onEnd: (session: Session) => void }) {
  if (session.current) return <Tag tone="accent">this one</Tag>
  const name = `End the session of ${session.device}, last used ${momentOf(session.lastUsedAt)}`
  return (
    <Button variant="quiet" aria-label={name} onClick={() => onEnd(session)}>
      End
    </Button>
  )
}
