import type { OkOf } from '@plumbline/shared/http/route.ts'
import { type getOrganisationRoute, setPracticeAreasRoute } from '@plumbline/shared/organisations/contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { freshAfterStale } from '../api/stale.ts'
import { Form } from '../ui/Form.tsx'
import { useForm } from '../ui/form.ts'
import { toast } from '../ui/toast.ts'
import { AreaChoice, type OptionalArea } from './AreaChoice.tsx'

interface ChecklistsFormProps {
  areas: readonly OptionalArea[]
  /** The organisation as it stands. */
  now: OkOf<typeof getOrganisationRoute>
  readAgain: () => Promise<void>
}

/** Turns checklists on and off. A choice not saved yet stays, whatever another admin saves meanwhile. */
export function ChecklistsForm({ areas, now, readAgain }: ChecklistsFormProps) {
  const change = useChange(setPracticeAreasRoute)
  // What the framework no longer has cannot be asked for again.
  const standing = now.practiceAreas.filter((id) => areas.some((area) => area.id === id))
  const [seen, setSeen] = useState(now.version)
  const form = useForm({
    schema: setPracticeAreasRoute.body,
    initial: { areas: standing },
    send: async (body) => {
      await freshAfterStale(change.send({ body, ifMatch: now.version }), readAgain)
      toast('The choice of checklists was saved.')
    },
  })
  if (seen !== now.version && !form.dirty) {
    setSeen(now.version)
    form.reset({ areas: standing })
  }
  return (
    <Form form={form} submit="Save the choice">
      <AreaChoice areas={areas} chosen={form.values.areas} onChange={(chosen) => form.change('areas', chosen)} />
    </Form>
  )
}
