import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { setDemandRoute } from '@plumbline/shared/hiring/contract.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { useForm } from '../ui/form.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { toast } from '../ui/toast.ts'
import { type Demand, useSetDemand } from './queries.ts'
import './DemandForm.css'

interface DemandFormProps {
  teamId: string
  demand: Demand
  roles: Pack['roles']
  onDone: () => void
}

interface Line {
  /** Tells lines apart while they are edited. */
  key: string
  roleId: string
  seniority: Demand[number]['seniority']
  people: string
}

const seniorities = seniority.options.map((value) => ({ value, label: value }))
const linesOf = (demand: Demand): Line[] =>
  demand.map((line) => ({ ...line, key: `${line.roleId} ${line.seniority}`, people: String(line.people) }))

/** One line per role and seniority. */
export function DemandForm({ teamId, demand, roles, onDone }: DemandFormProps) {
  const { send } = useSetDemand()
  const form = useForm({
    schema: setDemandRoute.body,
    initial: { demand: linesOf(demand) },
    toBody: ({ demand }) => ({
      demand: demand.map(({ roleId, seniority, people }) => ({
        roleId,
        seniority,
        people: people.trim() === '' ? undefined : Number(people),
      })),
    }),
    send: async (body) => {
      await send({ params: { teamId }, body })
      toast('The demand is saved.')
      onDone()
    },
  })
  const lines = form.values.demand
  const change = (at: number, part: Partial<Line>) =>
    form.change(
      'demand',
      lines.map((line, index) => (index === at ? { ...line, ...part } : line)),
    )
  const remove = (at: number) => form.change('demand', lines.toSpliced(at, 1))
  const add = () =>
    form.change('demand', [
      ...lines,
      { key: crypto.getRandomValues(new Uint32Array(2)).join('-'), roleId: '', seniority: 'mid', people: '1' },
    ])
  const options = [{ value: '', label: 'Choose a role', disabled: true }, ...roles.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <Form form={form} submit="Save demand" actions={<Button onClick={add}>Add a role</Button>}>
      {lines.length === 0 && <p>Nothing is asked for: the team needs those who are there.</p>}
      {lines.map((line, at) => (
        <div className="DemandForm-line" key={line.key} role="group" aria-label={`Line ${at + 1}`}>
          <Select
            label="Role"
            value={line.roleId}
            onChange={(roleId) => change(at, { roleId })}
            options={options}
            error={form.errorAt(`demand/${at}/roleId`)}
          />
          <Select
            label="Seniority"
            value={line.seniority}
            onChange={(chosen) => change(at, { seniority: chosen })}
            options={seniorities}
            error={form.errorAt(`demand/${at}/seniority`)}
          />
          <TextField
            label="People"
            inputMode="numeric"
            value={line.people}
            onChange={(people) => change(at, { people })}
            error={form.errorAt(`demand/${at}/people`)}
          />
          <IconButton icon="close" label={`Remove line ${at + 1}`} onClick={() => remove(at)} />
        </div>
      ))}
    </Form>
  )
}
