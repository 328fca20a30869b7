import { removePasskeyRoute } from '@plumbline/shared/identity/passkey-contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { ConfirmDialog } from '../api/ConfirmDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { dayOf, momentOf } from '../ui/dates.ts'
import { toast } from '../ui/toast.ts'
import { afterFactors, type FactorProps, type Factors } from './factors.ts'
import { passkeysWork } from './passkey.ts'
import { AddPasskeyDialog, RenamePasskeyDialog } from './PasskeyDialogs.tsx'

type Passkey = Factors['passkeys'][number]
type Open = { dialog: 'add' } | { dialog: 'rename' | 'remove'; passkey: Passkey }

/** My passkeys: each signs me in by itself. */
export function PasskeySection({ factors, guard, onCodes }: FactorProps) {
  const remove = useChange(removePasskeyRoute, afterFactors)
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => setOpen(null)
  const { passkeys, authenticatorApp } = factors
  const works = passkeysWork()
  return (
    <Section
      title="Passkeys"
      note="A key on a device that unlocks with your finger, face or PIN. It signs you in without a password, and cannot be phished."
      actions={works && <Button onClick={() => guard(() => setOpen({ dialog: 'add' }))}>Add a passkey</Button>}
    >
      {passkeys.length === 0 ? (
        <p>{works ? 'You have none yet.' : 'Passkeys need an address with https.'}</p>
      ) : (
        <PasskeyTable
          passkeys={passkeys}
          onRename={(passkey) => setOpen({ dialog: 'rename', passkey })}
          onRemove={(passkey) => guard(() => setOpen({ dialog: 'remove', passkey }))}
        />
      )}
      {open?.dialog === 'add' && <AddPasskeyDialog onClose={close} onCodes={onCodes} />}
      {open?.dialog === 'rename' && <RenamePasskeyDialog passkey={open.passkey} onClose={close} />}
      {open?.dialog === 'remove' && (
        <ConfirmDialog
          title={`Remove the passkey ${open.passkey.name}?`}
          confirm="Remove it"
          onClose={close}
          send={() => remove.send({ params: { passkeyId: open.passkey.id } })}
          onDone={() => toast('The passkey was removed. You are signed out everywhere else.')}
        >
          <p>
            It opens nothing any more, and you are signed out everywhere else.
            {passkeys.length === 1 && authenticatorApp === null && ' Your recovery codes go with it: then your password alone lets you in.'}
          </p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

interface PasskeyTableProps {
  passkeys: readonly Passkey[]
  onRename: (passkey: Passkey) => void
  onRemove: (passkey: Passkey) => void
}

function PasskeyTable({ passkeys, onRename, onRemove }: PasskeyTableProps) {
  const controls = (passkey: Passkey) => (
    <>
      <Button variant="quiet" aria-label={`Rename the passkey ${passkey.name}`} onClick={() => onRename(passkey)}>
        Rename
      </Button>
      <Button variant="quiet" aria-label={`Remove the passkey ${passkey.name}`} onClick={() => onRemove(passkey)}>
        Remove
      </Button>
    </>
  )
  return (
    <Table
      caption="My passkeys"
      captionHidden
      rows={passkeys}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', head: 'Name', rowHead: true, cell: ({ name }) => name },
        // Beside the name, so that it is in sight on a narrow screen.
        { key: 'controls', head: 'Controls', cell: controls },
        { key: 'added', head: 'Added', cell: ({ addedAt }) => dayOf(addedAt) },
        { key: 'used', head: 'Last used', cell: ({ lastUsedAt }) => (lastUsedAt === null ? 'never' : momentOf(lastUsedAt)) },
      ]}
    />
  )
}
