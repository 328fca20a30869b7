import { changeableClasses, retentionClasses } from '@plumbline/shared/retention/classes.ts'
import type { ChangeableClass, RetentionDays } from '@plumbline/shared/retention/classes.ts'
import { setRetentionRoute } from '@plumbline/shared/retention/contract.ts'
import { useChange } from '../api/change.ts'
import { freshAfterStale } from '../api/stale.ts'
import { Details } from '../ui/Details.tsx'
import { Form } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useForm } from '../ui/form.ts'
import { toast } from '../ui/toast.ts'
import { useRetention } from './queries.ts'

const asText = (days: RetentionDays) =>
  Object.fromEntries(changeableClasses.map((id) => [id, String(days[id])])) as Record<ChangeableClass, string>

/** Sets the days of the classes that an organisation may set. */
export function RetentionForm({ days, version }: { days: RetentionDays; version: number }) {
  const change = useChange(setRetentionRoute)
  const { refetch } = useRetention()
  const form = useForm({
    schema: setRetentionRoute.body,
    initial: asText(days),
    toBody: (values) => Object.fromEntries(changeableClasses.map((id) => [id, values[id].trim() === '' ? undefined : Number(values[id])])),
    send: async (body) => {
      await freshAfterStale(change.send({ body, ifMatch: version }), async () => refetch())
      toast('The days are kept. What is older goes with the next run.', { kind: 'ok' })
    },
  })
  return (
    <Details summary="Change the days">
      <Form form={form} submit="Keep these days">
        {changeableClasses.map((id) => {
          const { name, bounds, days: usual } = retentionClasses[id]
          return (
            <TextField
              key={id}
              label={`${name}, in days`}
              type="number"
              min={bounds.least}
              max={bounds.most}
              step={1}
              hint={`From ${bounds.least} to ${bounds.most.toLocaleString('en')}; ${usual} where nothing else is set.`}
              {...form.field(id)}
            />
          )
        })}
      </Form>
    </Details>
  )
}
