import { inviteRoute } from '@plumbline/shared/identity/contract.ts'
import type { Person } from '@plumbline/shared/people/contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { sentenceOf, titleOf } from '../api/words.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import '../api/ConfirmDialog.css'
import { momentOf } from '../ui/dates.ts'

interface Invitation {
  secret: string
  expiresAt: string
}

/** Makes a link for someone to sign in with for the first time. The link is shown once: only its hash is kept. */
export function InviteDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const invite = useChange(inviteRoute, { invalidates: [] })
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const make = (): void => {
    invite.send({ params: { personId: person.id } }).then(
      ({ data }) => setInvitation(data),
      () => undefined,
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Invite ${person.name}`}
      actions={
        invitation === null ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" busy={invite.sending} onClick={make}>
              Make the link
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>Done</Button>
        )
      }
    >
      <div className="ConfirmDialog">
        {invitation === null ? (
          <p>
            Makes a link with which {person.name} chooses a password and signs in as {person.email}. It works once, for seven days. A link
            made before stops working.
          </p>
        ) : (
          <InvitationLink invitation={invitation} />
        )}
        {invite.error !== null && (
          <Notice kind="error" title={titleOf(invite.error)}>
            {sentenceOf(invite.error)}
          </Notice>
        )}
      </div>
    </Dialog>
  )
}

function InvitationLink({ invitation }: { invitation: Invitation }) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const link = `${window.location.origin}${paths.join}#${invitation.secret}`
  const copy = (): void => {
    // Missing where the page came over plain HTTP from another machine; then the text can be selected.
    const writing = navigator.clipboard === undefined ? Promise.reject(new Error('no clipboard')) : navigator.clipboard.writeText(link)
    writing.then(
      () => setCopied('yes'),
      () => setCopied('no'),
    )
  }
  return (
    <>
      <TextField
        label="Invitation link"
        hint={`Works once, until ${momentOf(invitation.expiresAt)}. It is shown only now; whoever has it can sign in as this person.`}
        value={link}
        readOnly
        onChange={() => undefined}
        onFocus={(event) => event.target.select()}
      />
      <div>
        <Button variant="primary" onClick={copy}>
          Copy the link
        </Button>
      </div>
      <p role="status">
        {copied === 'yes' && 'Copied. Send it by a way that only they read.'}
        {copied === 'no' && 'The browser did not allow copying. Select the link and copy it by hand.'}
      </p>
    </>
  )
}
