import { renewRecoveryCodesRoute } from '@plumbline/shared/identity/second-factor-contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { ConfirmDialog } from '../api/ConfirmDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { afterFactors, type FactorProps } from './factors.ts'

/** How many recovery codes are left, and new ones. */
export function RecoveryCodesSection({ factors, guard, onCodes }: FactorProps) {
  const renew = useChange(renewRecoveryCodesRoute, afterFactors)
  const [asked, setAsked] = useState(false)
  const has = factors.authenticatorApp !== null || factors.passkeys.length > 0
  const left = factors.recoveryCodesLeft
  return (
    <Section
      title="Recovery codes"
      note="They stand in for a second factor that is lost. Each works once."
      actions={has && <Button onClick={() => guard(() => setAsked(true))}>Make new ones</Button>}
    >
      <p>{has ? leftWords(left) : 'You get ten with your first passkey or authenticator app.'}</p>
      {asked && (
        <ConfirmDialog
          title="Make new recovery codes?"
          confirm="Make them"
          onClose={() => setAsked(false)}
          send={async () => onCodes((await renew.send({})).data.recoveryCodes)}
          onDone={() => undefined}
        >
          <p>The codes that you have stop working.</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

function leftWords(left: number): string {
  if (left === 0) return 'None are left. Make new ones, so that a lost device does not keep you out.'
  return left === 1 ? 'One code is left. Make new ones soon.' : `${left} codes are left.`
}
