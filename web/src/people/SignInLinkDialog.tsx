import { inviteRoute, resetPasswordRoute } from '@plumbline/shared/identity/contract.ts'
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

interface Made {
  secret: string
  expiresAt: string
  mailed: boolean
}

/** Makes a link for someone to sign in with: for the first time, or with a new password. The link is shown once: only its hash is kept. */
export function SignInLinkDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const invite = useChange(inviteRoute, { invalidates: [] })
  const reset = useChange(resetPasswordRoute, { invalidates: [] })
  const { send, sending, error } = person.hasAccount ? reset : invite
  const [made, setMade] = useState<Made | null>(null)
  const make = (): void => {
    send({ params: { personId: person.id } }).then(
      ({ data }) => setMade(data),
      () => undefined,
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={person.hasAccount ? `New sign-in link for ${person.name}` : `Invite ${person.name}`}
      actions={
        made === null ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" busy={sending} onClick={make}>
              Make the link
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>Done</Button>
        )
      }
    >
      <div className="ConfirmDialog">
        {made !== null ? (
          <SignInLink made={made} label={person.hasAccount ? 'Sign-in link' : 'Invitation link'} />
        ) : person.hasAccount ? (
          <p>
            Makes a link with which {person.name} sets a new password. It works once, for a day; a link made before stops working. When it
            is used, {person.name} is signed out everywhere else, and their tokens end. Until then nothing changes.
          </p>
        ) : (
          <p>
            Makes a link with which {person.name} chooses a password and signs in as {person.email}. It works once, for seven days. A link
            made before stops working.
          </p>
        )}
        {error !== null && (
          <Notice kind="error" title={titleOf(error)}>
            {sentenceOf(error)}
          </Notice>
        )}
      </div>
    </Dialog>
  )
}

function SignInLink({ made, label }: { made: Made; label: string }) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const link = `${window.location.origin}${paths.join}#${made.secret}`
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
        label={label}
        hint={`Works once, until ${momentOf(made.expiresAt)}. It is shown only now; whoever has it can sign in as this person.`}
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
      {made.mailed && <Notice kind="ok">The link was mailed to them as well. Copy it only if the mail does not arrive.</Notice>}
      <p role="status">
        {copied === 'yes' && 'Copied. Send it by a way that only they read.'}
        {copied === 'no' && 'The browser did not allow copying. Select the link and copy it by hand.'}
      </p>
    </>
  )
}
