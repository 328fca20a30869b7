import { useState } from 'react'
import { sentenceOf } from '../api/words.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { passkeysWork, signInWithPasskey } from './passkey.ts'

/** Signs in without an address or a password: the device finds the passkey that it has for here. */
export function PasskeySignIn({ onDone }: { onDone: () => void }) {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  if (!passkeysWork()) return null
  const ask = (): void => {
    setState({ busy: true, error: null })
    signInWithPasskey(false).then(onDone, (error: unknown) => setState({ busy: false, error }))
  }
  return (
    <div className="Doorway-note">
      <Button busy={state.busy} onClick={ask}>
        Sign in with a passkey
      </Button>
      {state.error !== null && <Notice kind="error">{sentenceOf(state.error)}</Notice>}
    </div>
  )
}
