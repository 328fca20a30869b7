import { changeTeamRoute, createTeamRoute } from '@plumbline/shared/teams/contract.ts'
import type { Team } from '@plumbline/shared/teams/contract.ts'
import { subtreeOf } from '@plumbline/shared/teams/tree.ts'
import { useChange } from '../api/change.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useForm } from '../ui/form.ts'
import { toast } from '../ui/toast.ts'
import { LeadPicker } from './LeadPicker.tsx'
import { freshAfterStale } from '../api/stale.ts'
import { teamOptions } from './team-options.ts'
import { usePeopleAgain } from './use-people-again.ts'

interface TeamDialogProps {
  /** `null`: a new one. */
  team: Team | null
  teams: readonly Team[]
  onClose: () => void
  onRemove: () => void
}

/** Adds a team, or renames, moves and re-leads one. */
export function TeamDialog({ team, teams, onClose, onRemove }: TeamDialogProps) {
  return (
    <Dialog open onClose={onClose} title={team === null ? 'Add a team' : `Change ${team.name}`}>
      {team === null ? <NewTeam teams={teams} onClose={onClose} /> : <PresentTeam {...{ team, teams, onClose, onRemove }} />}
    </Dialog>
  )
}

const orNull = (id: string): string | null => (id === '' ? null : id)

function NewTeam({ teams, onClose }: Pick<TeamDialogProps, 'teams' | 'onClose'>) {
  const add = useChange(createTeamRoute)
  const form = useForm({
    schema: createTeamRoute.body,
    initial: { name: '', parentId: '' },
    toBody: ({ name, parentId }) => ({ name, parentId: orNull(parentId) }),
    send: async (body) => {
      await add.send({ body })
      toast(`${body.name} was added.`)
      onClose()
    },
  })
  return (
    <Form form={form} submit="Add" actions={<Button onClick={onClose}>Cancel</Button>}>
      <TextField label="Name" autoComplete="off" {...form.field('name')} />
      <Select label="Below" options={teamOptions(teams, 'Nothing: it stands at the top')} {...form.field('parentId')} />
    </Form>
  )
}

function PresentTeam({ team, teams, onClose, onRemove }: TeamDialogProps & { team: Team }) {
  const change = useChange(changeTeamRoute)
  const again = usePeopleAgain()
  const form = useForm({
    schema: changeTeamRoute.body,
    initial: { name: team.name, parentId: team.parentId ?? '', leads: team.leads },
    toBody: ({ name, parentId, leads }) => ({
      name,
      parentId: orNull(parentId),
      leads: leads.map(({ id, from, until }) => ({ id, from, until })),
    }),
    send: async (body) => {
      await freshAfterStale(change.send({ params: { teamId: team.id }, body, ifMatch: team.version }), again)
      toast(`${body.name ?? team.name} was changed.`)
      onClose()
    },
  })
  const below = new Set(subtreeOf(teams, team.id))
  const above = teamOptions(teams, 'Nothing: it stands at the top').map((option) => ({ ...option, disabled: below.has(option.value) }))
  return (
    <Form
      form={form}
      submit="Save"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="quiet" onClick={onRemove}>
            Remove…
          </Button>
        </>
      }
    >
      <TextField label="Name" autoComplete="off" {...form.field('name')} />
      <Select label="Below" options={above} {...form.field('parentId')} />
      <LeadPicker {...form.field('leads')} />
    </Form>
  )
}
