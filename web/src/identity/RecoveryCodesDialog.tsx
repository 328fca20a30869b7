import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import './RecoveryCodesDialog.css'

/** Recovery codes, in sight once: only their hashes are kept. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const copy = (): void => {
    // Missing where the page came over plain HTTP from another machine; then the text can be selected.
    const writing =
      navigator.clipboard === undefined ? Promise.reject(new Error('no clipboard')) : navigator.clipboard.writeText(codes.join('\n'))
    writing.then(
      () => setCopied('yes'),
      () => setCopied('no'),
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Keep these recovery codes"
      actions={
        <>
          <Button onClick={copy}>Copy them</Button>
          <Button variant="primary" onClick={onClose}>
            I have kept them
          </Button>
        </>
      }
    >
      <p>
        Each lets you in once when your second factor is lost. They are shown only now. Keep them where you find them without this device,
        and where nobody else does.
      </p>
      <ol className="RecoveryCodesDialog-list" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p role="status">
        {copied === 'yes' && 'Copied.'}
        {copied === 'no' && 'The browser did not allow copying. Select the codes and copy them by hand.'}
      </p>
    </Dialog>
  )
}
