import { removeAuthenticatorAppRoute, startAuthenticatorAppRoute } from '@plumbline/shared/identity/second-factor-contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { ConfirmDialog } from '../api/ConfirmDialog.tsx'
import { sentenceOf } from '../api/words.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { dayOf } from '../ui/dates.ts'
import { toast } from '../ui/toast.ts'
import { AuthenticatorAppDialog } from './AuthenticatorAppDialog.tsx'
import { afterFactors, type FactorProps } from './factors.ts'

/** The one authenticator app of the account. */
export function AuthenticatorAppSection({ factors, guard, onCodes }: FactorProps) {
  const start = useChange(startAuthenticatorAppRoute, { invalidates: [] })
  const remove = useChange(removeAuthenticatorAppRoute, afterFactors)
  const [started, setStarted] = useState<{ secret: string; uri: string } | null>(null)
  const [removing, setRemoving] = useState(false)
  const app = factors.authenticatorApp
  const begin = (): void => {
    start.send({}).then(
      ({ data }) => setStarted(data),
      (error: unknown) => toast(sentenceOf(error), { kind: 'error' }),
    )
  }
  return (
    <Section
      title="Authenticator app"
      note="An app on your phone that shows a code of six digits, to be given after your password."
      actions={
        app === null ? (
          <Button busy={start.sending} onClick={() => guard(begin)}>
            Add an app
          </Button>
        ) : (
          <Button onClick={() => guard(() => setRemoving(true))}>Remove the app</Button>
        )
      }
    >
      <p>{app === null ? 'You have none yet.' : `Added on ${dayOf(app.addedAt)}.`}</p>
      {started !== null && <AuthenticatorAppDialog started={started} onClose={() => setStarted(null)} onCodes={onCodes} />}
      {removing && (
        <ConfirmDialog
          title="Remove the authenticator app?"
          confirm="Remove it"
          onClose={() => setRemoving(false)}
          send={() => remove.send({})}
          onDone={() => toast('The authenticator app was removed. You are signed out everywhere else.')}
        >
          <p>Its codes stop working, and you are signed out everywhere else.{lastWords(factors.passkeys.length === 0)}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

const lastWords = (last: boolean): string => (last ? ' Your recovery codes go with it: then your password alone lets you in.' : '')
