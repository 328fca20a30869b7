import { getSecondFactorRoute } from '@plumbline/shared/identity/second-factor-contract.ts'
import { useState } from 'react'
import { Loaded } from '../api/Loaded.tsx'
import { useRoute } from '../api/query.ts'
import { AuthenticatorAppSection } from './AuthenticatorAppSection.tsx'
import { PasskeySection } from './PasskeySection.tsx'
import { ProofDialog } from './ProofDialog.tsx'
import { RecoveryCodesDialog } from './RecoveryCodesDialog.tsx'
import { RecoveryCodesSection } from './RecoveryCodesSection.tsx'

/** My second factors, each with the ways to add and remove it. */
export function FactorSections() {
  const read = useRoute(getSecondFactorRoute, {})
  const [waiting, setWaiting] = useState<{ run: () => void } | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  return (
    <Loaded of={read}>
      {(factors) => {
        const guard = (run: () => void): void => {
          const { until } = factors.proof
          if (until !== null && Date.parse(until) > Date.now()) run()
          else setWaiting({ run })
        }
        const props = { factors, guard, onCodes: setCodes }
        return (
          <>
            <PasskeySection {...props} />
            <AuthenticatorAppSection {...props} />
            <RecoveryCodesSection {...props} />
            {waiting !== null && (
              <ProofDialog
                by={factors.proof.by}
                onClose={() => setWaiting(null)}
                onProved={() => {
                  setWaiting(null)
                  waiting.run()
                }}
              />
            )}
            {codes !== null && <RecoveryCodesDialog codes={codes} onClose={() => setCodes(null)} />}
          </>
        )
      }}
    </Loaded>
  )
}
