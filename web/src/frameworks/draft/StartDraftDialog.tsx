import { startDraftRoute } from '@plumbline/shared/frameworks/contract.ts'
import { useNavigate } from '@tanstack/react-router'
import { useChange } from '../../api/change.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useForm } from '../../ui/form.ts'
import { draftReads } from './queries.ts'
import type { Version } from './VersionsTable.tsx'

/** Names the draft and opens it. */
export function StartDraftDialog({ version: { version, name }, onClose }: { version: Version; onClose: () => void }) {
  const start = useChange(startDraftRoute, { invalidates: draftReads })
  const navigate = useNavigate()
  const form = useForm({
    schema: startDraftRoute.body,
    initial: { name },
    toBody: ({ name }) => ({ from: version, name }),
    send: async (body) => {
      await start.send({ body })
      await navigate({ to: paths.frameworkDraft })
    },
  })
  return (
    <Dialog open onClose={onClose} title={`Copy version ${version} into a draft`} size="small">
      <Form form={form} submit="Copy" actions={<Button onClick={onClose}>Cancel</Button>}>
        <TextField label="Name of the draft" hint="It becomes the name of your version." autoComplete="off" {...form.field('name')} />
      </Form>
    </Dialog>
  )
}
