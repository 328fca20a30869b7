import { type Purpose, purposes } from '@plumbline/shared/access/purpose.ts'
import { setPurposeRoute } from '@plumbline/shared/identity/purpose-contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Form } from '../ui/Form.tsx'
import { useForm } from '../ui/form.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { purposeWords } from './purpose-words.ts'

/** Stands where other people's data will be, and asks once a session what it is opened for. Then the view loads where it is. */
export default function AskPurpose() {
  const [open, setOpen] = useState(true)
  const change = useChange(setPurposeRoute)
  const form = useForm<{ purpose: Purpose | null }, typeof setPurposeRoute.body>({
    schema: setPurposeRoute.body,
    initial: { purpose: null },
    send: (body) => change.send({ body }),
  })
  const purpose = form.field('purpose')
  return (
    <>
      <EmptyState title="Say what for first" action={<Button onClick={() => setOpen(true)}>Say what for</Button>}>
        What is here is held on other people. It opens once you have said what you need it for.
      </EmptyState>
      <Dialog open={open} onClose={() => setOpen(false)} title="What do you open this for?" size="small">
        <Form form={form} submit="Open" actions={<Button onClick={() => setOpen(false)}>Cancel</Button>}>
          <RadioGroup
            label="Purpose"
            {...purpose}
            error={purpose.error === undefined ? undefined : 'Choose one of the three.'}
            hint="This names people and shows what is held on them. Each of them sees under “Who read it” that you opened it, when, and what for. Your choice holds until you sign out, and can be changed in the menu with your name."
            options={purposes.map((value) => ({ value, label: purposeWords[value].name, hint: purposeWords[value].means }))}
          />
        </Form>
      </Dialog>
    </>
  )
}
