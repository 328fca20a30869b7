import type { OkOf } from '@plumbline/shared/http/route.ts'
import type { makeTokenRoute } from '@plumbline/shared/tokens/contract.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { dayOf } from '../ui/dates.ts'
import '../api/ConfirmDialog.css'

/** A token's secret, for the one time that it is there. */
export function NewSecret({ made: { secret, token } }: { made: OkOf<typeof makeTokenRoute> }) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const copy = (): void => {
    // Missing where the page came over plain HTTP from another machine; then the text can be selected.
    const writing = navigator.clipboard === undefined ? Promise.reject(new Error('no clipboard')) : navigator.clipboard.writeText(secret)
    writing.then(
      () => setCopied('yes'),
      () => setCopied('no'),
    )
  }
  return (
    <div className="ConfirmDialog">
      <Notice kind="warn" title="Copy it now">
        It is shown only this once. Whoever has it can do all that the token may, until {dayOf(token.expiresAt)} or until you revoke it.
      </Notice>
      <TextField
        label="Token"
        hint="Send it as “Authorization: Bearer …”, never in an address."
        value={secret}
        readOnly
        spellCheck={false}
        onChange={() => undefined}
        onFocus={(event) => event.target.select()}
      />
      <div>
        <Button variant="primary" onClick={copy}>
          Copy the token
        </Button>
      </div>
      <p role="status">
        {copied === 'yes' && 'Copied. Keep it where only the program reads it.'}
        {copied === 'no' && 'The browser did not allow copying. Select the token and copy it by hand.'}
      </p>
    </div>
  )
}
