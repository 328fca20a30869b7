import { levelNamesOf } from '@plumbline/shared/levels/level.ts'
import { z } from 'zod'
import { sentenceOf } from '../../api/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useForm } from '../../ui/form.ts'
import { toast } from '../../ui/toast.ts'
import { useEditing } from './editing.ts'
import { useLeaveGuard } from './LeaveGuard.tsx'
import { useNewest } from './use-newest.ts'

const schema = z.object({ names: z.array(z.string().trim().min(1, 'Give a name.').max(30)).length(6) })

export function LevelNamesForm() {
  const { pack, save } = useEditing()
  const stored: { names: readonly string[] } = { names: levelNamesOf(pack) }
  const form = useForm({
    schema,
    initial: stored,
    send: async ({ names }) => {
      await save([{ change: 'name-levels', levelNames: names }])
      toast('The levels have their new names.')
    },
  })
  const changed = useNewest(form, stored)
  const guard = useLeaveGuard(form.dirty)
  const useUsual = () => {
    save([{ change: 'name-levels', levelNames: null }]).then(
      () => toast('The levels have their usual names again.'),
      (error: unknown) => toast(sentenceOf(error), { kind: 'error' }),
    )
  }
  const rename = (level: number, name: string) => form.change('names', form.values.names.with(level, name))
  return (
    <>
      <Form
        form={form}
        submit="Save the names"
        actions={pack.levelNames !== undefined && <Button onClick={useUsual}>Use the usual names</Button>}
      >
        {changed && <Notice kind="warn">Somebody else named them {stored.names.join(', ')} meanwhile. Saving replaces that.</Notice>}
        {[0, 1, 2, 3, 4, 5].map((level) => (
          <TextField
            key={level}
            label={`Level ${level}`}
            autoComplete="off"
            value={form.values.names[level] ?? ''}
            onChange={(name) => rename(level, name)}
            error={form.errorAt(`names/${level}`)}
          />
        ))}
      </Form>
      {guard.question}
    </>
  )
}
