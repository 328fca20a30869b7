import type { Token } from '@plumbline/shared/tokens/contract.ts'
import { ConfirmDialog } from '../api/ConfirmDialog.tsx'
import { toast } from '../ui/toast.ts'
import { useRevokeToken } from './queries.ts'

interface RevokeTokenDialogProps {
  token: Token
  whose: 'own' | 'any'
  onClose: () => void
}

/** Asks before a token ends. */
export function RevokeTokenDialog({ token, whose, onClose }: RevokeTokenDialogProps) {
  const revoke = useRevokeToken(whose)
  return (
    <ConfirmDialog
      title={`Revoke ${token.name}?`}
      confirm="Revoke it"
      onClose={onClose}
      send={() => revoke.send({ params: { tokenId: token.id } })}
      onDone={() => toast(`${token.name} was revoked.`)}
    >
      <p>Whatever works with it is refused from its next request on. This cannot be undone: a new token has a new secret.</p>
    </ConfirmDialog>
  )
}
