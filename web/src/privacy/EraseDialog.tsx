import type { ErasureProof } from '@plumbline/shared/privacy/erasure.ts'
import { useState } from 'react'
import { ConfirmDialog } from '../api/ConfirmDialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useEraseMe } from './queries.ts'

interface EraseDialogProps {
  name: string
  onClose: () => void
  onErased: (proof: ErasureProof) => void
}

/** The last question. One's own name is typed, so that it happens to nobody by a slip. */
export function EraseDialog({ name, onClose, onErased }: EraseDialogProps) {
  const erase = useEraseMe()
  const [typed, setTyped] = useState('')
  const confirm = typed.trim()
  return (
    <ConfirmDialog
      title="Erase me for good?"
      confirm="Erase me"
      disabled={confirm.normalize() !== name.normalize()}
      onClose={onClose}
      send={async () => onErased(await erase(confirm))}
      onDone={() => undefined}
    >
      <p>Nobody can undo this, not whoever runs the server either. You are signed out everywhere and cannot sign in again.</p>
      <TextField label={`Type your name to confirm: ${name}`} autoComplete="off" value={typed} onChange={setTyped} />
    </ConfirmDialog>
  )
}
