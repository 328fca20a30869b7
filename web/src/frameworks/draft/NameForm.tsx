import { z } from 'zod'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useForm } from '../../ui/form.ts'
import { toast } from '../../ui/toast.ts'
import { useEditing } from './editing.ts'
import { useLeaveGuard } from './LeaveGuard.tsx'
import { useNewest } from './use-newest.ts'

const schema = z.object({ name: z.string().trim().min(1, 'Give a name.').max(120) })

export function NameForm() {
  const { pack, save } = useEditing()
  const form = useForm({
    schema,
    initial: { name: pack.name },
    send: async ({ name }) => {
      await save([{ change: 'rename', name }])
      toast('The framework has its new name.')
    },
  })
  const changed = useNewest(form, { name: pack.name })
  const guard = useLeaveGuard(form.dirty)
  return (
    <>
      <Form form={form} submit="Save the name">
        {changed && <Notice kind="warn">Somebody else named it “{pack.name}” meanwhile. Saving replaces that.</Notice>}
        <TextField label="Name of the framework" autoComplete="off" {...form.field('name')} />
      </Form>
      {guard.question}
    </>
  )
}
