import { changeAccessRoute } from '@plumbline/shared/people/contract.ts'
import type { Person, PersonAccess } from '@plumbline/shared/people/contract.ts'
import { useChange } from '../api/change.ts'
import { freshAfterStale } from '../api/stale.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { useForm } from '../ui/form.ts'
import { toast } from '../ui/toast.ts'
import { usePeopleAgain } from './use-people-again.ts'

const choices: readonly { value: PersonAccess; label: string; hint: string }[] = [
  {
    value: 'admin',
    label: 'Admin',
    hint: 'Changes people, teams, the framework and settings, and sees every rating; each reading is recorded.',
  },
  { value: 'member', label: 'Member', hint: 'Assesses themselves and answers their team’s checklists; more where they lead.' },
  { value: 'viewer', label: 'Viewer', hint: 'Reads what everyone may read, and answers no checklist.' },
]

/** What someone's account may do, from their next click on. */
export function AccessDialog({ person, access, onClose }: { person: Person; access: PersonAccess; onClose: () => void }) {
  const change = useChange(changeAccessRoute)
  const again = usePeopleAgain()
  const form = useForm({
    schema: changeAccessRoute.body,
    initial: { role: access },
    send: async (body) => {
      await freshAfterStale(change.send({ params: { personId: person.id }, body, ifMatch: person.version }), again)
      toast(`${person.name} is ${body.role === 'admin' ? 'an admin' : `a ${body.role}`} now.`)
      onClose()
    },
  })
  const { value, onChange, error } = form.field('role')
  return (
    <Dialog open onClose={onClose} title={`Access of ${person.name}`}>
      <Form form={form} submit="Save" actions={<Button onClick={onClose}>Cancel</Button>}>
        <RadioGroup label="They may act as" value={value} onChange={onChange} error={error} options={choices} />
      </Form>
    </Dialog>
  )
}
