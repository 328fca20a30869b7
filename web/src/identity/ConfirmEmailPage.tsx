import { confirmEmailRoute } from '@plumbline/shared/identity/mail-contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { sentenceOf } from '../api/words.ts'
import { paths } from '../paths.ts'
import { forgetSecret, useSecret } from '../shell/link-secret.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

/** Confirms a new address by a mailed link. Only by a press: programs that look through mail open links as well. */
export function ConfirmEmailPage() {
  const secret = useSecret('confirm')
  const [email, setEmail] = useState<string | null>(null)
  return (
    <>
      <PageHeader title="Confirm your e-mail address" />
      {email !== null ? (
        <EmptyState title="The address was changed" action={<ButtonLink to={paths.home}>Go on</ButtonLink>}>
          You sign in with {email} from now on.
        </EmptyState>
      ) : secret === null ? (
        <EmptyState title="The link is not complete" action={<ButtonLink to={paths.signIn}>Go to sign-in</ButtonLink>}>
          Open the whole link from the mail, with everything behind the #.
        </EmptyState>
      ) : (
        <Confirmation secret={secret} onDone={setEmail} />
      )}
    </>
  )
}

function Confirmation({ secret, onDone }: { secret: string; onDone: (email: string) => void }) {
  const { send, sending, error } = useChange(confirmEmailRoute, { invalidates: [] })
  const confirm = (): void => {
    send({ params: { secret } }).then(
      ({ data }) => {
        onDone(data.email)
        return forgetSecret('confirm')
      },
      () => undefined,
    )
  }
  return (
    <>
      <p className="Doorway-lead">From then on you sign in with the address that this link was mailed to. Other browsers are signed out.</p>
      {error !== null && (
        <div className="Doorway-lead">
          <Notice kind="error">{sentenceOf(error)}</Notice>
        </div>
      )}
      <Button variant="primary" busy={sending} onClick={confirm}>
        Confirm
      </Button>
    </>
  )
}
