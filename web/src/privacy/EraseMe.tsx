import type { OkOf } from '@plumbline/shared/http/route.ts'
import type { listHeldRoute } from '@plumbline/shared/privacy/contract.ts'
import type { ErasureProof } from '@plumbline/shared/privacy/erasure.ts'
import { heldClasses, heldKeys } from '@plumbline/shared/privacy/held-classes.ts'
import type { HeldClass } from '@plumbline/shared/privacy/held-classes.ts'
import { useState } from 'react'
import { useSignOut } from '../identity/queries.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { EraseDialog } from './EraseDialog.tsx'
import './EraseMe.css'

interface EraseMeProps {
  /** As it is to be typed; null where the account stands for nobody. */
  name: string | null
  state: OkOf<typeof listHeldRoute>
  onErased: (proof: ErasureProof) => void
}

const classes: readonly HeldClass[] = heldKeys.map((key) => heldClasses[key])
const going = classes.filter(({ erased }) => erased === 'goes').map(({ name }) => name)

/** What goes, what stays and why, and the button. Where it cannot be done now the reason stands beside it. */
export function EraseMe({ name, state: { erasureRefused, signInAgain }, onErased }: EraseMeProps) {
  const [asking, setAsking] = useState(false)
  const signOut = useSignOut(`${paths.signIn}?then=${encodeURIComponent(paths.myData)}`)
  return (
    <div className="EraseMe">
      <p>
        <strong>Goes for good:</strong> {going.join(', ')}. Your account goes, too, unless it belongs to another organisation as well.
      </p>
      <div>
        <strong>Stays without your name:</strong>
        <dl>
          {classes.map(({ name, erased }) =>
            erased === 'goes' ? null : (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{erased.stays}</dd>
              </div>
            ),
          )}
        </dl>
      </div>
      <p>You get a proof as a file. It says what went, in numbers, and names nobody.</p>
      {erasureRefused !== null && (
        <Notice kind="info" {...(signInAgain && { action: <Button onClick={signOut}>Sign in again</Button> })}>
          {erasureRefused}
        </Notice>
      )}
      <Button variant="danger" disabled={erasureRefused !== null || name === null} onClick={() => setAsking(true)}>
        Erase me…
      </Button>
      {asking && name !== null && <EraseDialog name={name} onClose={() => setAsking(false)} onErased={onErased} />}
    </div>
  )
}
