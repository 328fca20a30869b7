import { z } from 'zod'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useForm } from '../../ui/form.ts'
import { toast } from '../../ui/toast.ts'
import { useEditing } from './editing.ts'
import { useLeaveGuard } from './LeaveGuard.tsx'
import { splitChanges } from './split-skill.ts'
import { usesOf } from './uses.ts'

const name = z.string().trim().min(1, 'Give it a name.').max(120)
const schema = z
  .object({ first: name, second: name, describeAlike: z.boolean() })
  .refine(({ first, second }) => first !== second, { path: ['second'], message: 'Give it another name than the first.' })

/** Makes two skills of one. */
export function SplitDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { pack, origin, save } = useEditing()
  const skill = pack.skills.find((one) => one.id === id)
  const form = useForm({
    schema,
    initial: { first: '', second: '', describeAlike: true },
    send: async ({ first, second, describeAlike }) => {
      if (skill !== undefined) await save(splitChanges(pack, origin, skill, { names: [first, second], describeAlike }))
      toast(`${skill?.name ?? id} was split in the draft.`)
      onClose()
    },
  })
  const guard = useLeaveGuard(form.dirty)
  const cancel = () => guard.leave(onClose)
  const uses = usesOf(pack, 'skills', id)
  return (
    <Dialog open onClose={cancel} title={`Split ${skill?.name ?? id} in two`}>
      {skill === undefined ? (
        <p>Somebody else removed this skill meanwhile.</p>
      ) : (
        <Form form={form} submit="Split" actions={<Button onClick={cancel}>Cancel</Button>}>
          <p>
            Two new skills take its place. Everybody’s rating of it is carried over to both
            {uses.length > 0 && <>, and what refers to it refers to both: {uses.join(', ')}</>}. You can change each of them afterwards.
          </p>
          <TextField label="First skill" autoComplete="off" {...form.field('first')} />
          <TextField label="Second skill" autoComplete="off" {...form.field('second')} />
          {skill.descriptors.length > 0 && (
            <Checkbox label="Begin both with its description of the levels" {...form.field('describeAlike')} />
          )}
        </Form>
      )}
      {guard.question}
    </Dialog>
  )
}
