import { renamePasskeyRoute } from '@plumbline/shared/identity/passkey-contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useChange } from '../api/change.ts'
import { keyOf } from '../api/query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useForm } from '../ui/form.ts'
import { toast } from '../ui/toast.ts'
import { afterFactors } from './factors.ts'
import { addPasskey } from './passkey.ts'

const { body: schema } = renamePasskeyRoute

/** Names a passkey, and has the device make it. */
export function AddPasskeyDialog({ onClose, onCodes }: { onClose: () => void; onCodes: (codes: readonly string[]) => void }) {
  const queries = useQueryClient()
  const form = useForm({
    schema,
    initial: { name: '' },
    send: async ({ name }) => {
      const codes = await addPasskey(name)
      await Promise.all(afterFactors.invalidates.map((route) => queries.invalidateQueries({ queryKey: [keyOf(route)] })))
      toast(`The passkey ${name} was added. You are signed out everywhere else.`)
      onClose()
      if (codes !== null) onCodes(codes)
    },
  })
  return (
    <Dialog open onClose={onClose} title="Add a passkey" size="small">
      <Form form={form} submit="Make the passkey" actions={<Button onClick={onClose}>Cancel</Button>}>
        <TextField
          label="Name"
          hint="To tell it apart: the device or password manager that keeps it. Your browser asks next."
          autoComplete="off"
          {...form.field('name')}
        />
      </Form>
    </Dialog>
  )
}

export function RenamePasskeyDialog({ passkey, onClose }: { passkey: { id: string; name: string }; onClose: () => void }) {
  const rename = useChange(renamePasskeyRoute, afterFactors)
  const form = useForm({
    schema,
    initial: { name: passkey.name },
    send: async (body) => {
      await rename.send({ params: { passkeyId: passkey.id }, body })
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title={`Rename the passkey ${passkey.name}`} size="small">
      <Form form={form} submit="Save" actions={<Button onClick={onClose}>Cancel</Button>}>
        <TextField label="Name" autoComplete="off" {...form.field('name')} />
      </Form>
    </Dialog>
  )
}
