import { changePersonRoute, createPersonRoute } from '@plumbline/shared/people/contract.ts'
import type { Person } from '@plumbline/shared/people/contract.ts'
import { seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { useChange } from '../api/change.ts'
import { useFramework } from '../frameworks/queries.ts'
import { useTeams } from '../teams/queries.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useForm } from '../ui/form.ts'
import { toast } from '../ui/toast.ts'
import { freshAfterStale } from '../api/stale.ts'
import { teamOptions } from './team-options.ts'
import { usePeopleAgain } from './use-people-again.ts'

interface PersonDialogProps {
  /** `null`: someone new. */
  person: Person | null
  onClose: () => void
  onRemove?: () => void
  /** Where they have an account. */
  onAccess?: (() => void) | undefined
  onRemoveFactor?: (() => void) | undefined
  onLeave?: () => void
}

/** Adds a person, or changes one. */
export function PersonDialog({ person, onClose, onRemove, onAccess, onRemoveFactor, onLeave }: PersonDialogProps) {
  const teams = useTeams()
  const framework = useFramework()
  const add = useChange(createPersonRoute)
  const change = useChange(changePersonRoute)
  const again = usePeopleAgain()
  const form = useForm({
    schema: createPersonRoute.body,
    initial: {
      name: person?.name ?? '',
      email: person?.email ?? '',
      teamId: person?.teamId ?? '',
      roleId: person?.roleId ?? '',
      seniority: person?.seniority ?? 'mid',
    },
    toBody: (values) => ({
      ...values,
      teamId: values.teamId === '' ? null : values.teamId,
      roleId: values.roleId === '' ? null : values.roleId,
    }),
    send: async (body) => {
      await (person === null
        ? add.send({ body })
        : freshAfterStale(change.send({ params: { personId: person.id }, body, ifMatch: person.version }), again))
      toast(person === null ? `${body.name} was added.` : `${body.name} was changed.`)
      onClose()
    },
  })
  const roles = framework.data?.pack.roles ?? []
  return (
    <Dialog open onClose={onClose} title={person === null ? 'Add a person' : `Change ${person.name}`}>
      <Form
        form={form}
        submit={person === null ? 'Add' : 'Save'}
        actions={
          <>
            <Button onClick={onClose}>Cancel</Button>
            {onAccess !== undefined && (
              <Button variant="quiet" onClick={onAccess}>
                Access…
              </Button>
            )}
            {onRemoveFactor !== undefined && (
              <Button variant="quiet" onClick={onRemoveFactor}>
                Second factor lost…
              </Button>
            )}
            {onLeave !== undefined && (
              <Button variant="quiet" onClick={onLeave}>
                Has left…
              </Button>
            )}
            {onRemove !== undefined && (
              <Button variant="quiet" onClick={onRemove}>
                Remove…
              </Button>
            )}
          </>
        }
      >
        <TextField label="Name" autoComplete="off" {...form.field('name')} />
        <TextField
          label="E-mail address"
          type="email"
          autoComplete="off"
          hint="People are told apart by it, and sign in with it."
          {...form.field('email')}
        />
        <Select label="Team" options={teamOptions(teams.data?.teams ?? [], 'No team')} {...form.field('teamId')} />
        <Select
          label="Role"
          hint="What is expected of them follows from it."
          options={[{ value: '', label: 'No role yet' }, ...roles.map(({ id, name }) => ({ value: id, label: name }))]}
          {...form.field('roleId')}
        />
        <Select label="Seniority" options={seniority.options.map((one) => ({ value: one, label: one }))} {...form.field('seniority')} />
      </Form>
    </Dialog>
  )
}
