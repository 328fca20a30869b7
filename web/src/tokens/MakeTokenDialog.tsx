import type { Actor } from '@plumbline/shared/access/actor.ts'
import { type Purpose, purposes } from '@plumbline/shared/access/purpose.ts'
import type { Scope } from '@plumbline/shared/access/token-scopes.ts'
import { makeTokenRoute } from '@plumbline/shared/tokens/contract.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useForm } from '../ui/form.ts'
import { NewSecret } from './NewSecret.tsx'
import { ScopeChoice } from './ScopeChoice.tsx'
import { type TokenKind, useMakeToken } from './queries.ts'
import { lifetimes, offersFor, purposeWords } from './token-words.ts'

interface MakeTokenDialogProps {
  kind: TokenKind
  actor: Actor
  onClose: () => void
}

interface Values {
  name: string
  scopes: readonly Scope[]
  days: (typeof lifetimes)[number]['value']
  purpose: Purpose | null
}

const blank: Values = { name: '', scopes: [], days: '90', purpose: null }

/** Makes a token and then, once, shows its secret. */
export function MakeTokenDialog({ kind, actor, onClose }: MakeTokenDialogProps) {
  const make = useMakeToken(kind)
  const [made, setMade] = useState<OkOf<typeof makeTokenRoute> | null>(null)
  const form = useForm({
    schema: makeTokenRoute.body,
    initial: blank,
    toBody: (values) => ({ ...values, days: Number(values.days) }),
    send: async (body) => setMade((await make.send({ body })).data),
  })
  if (made !== null)
    return (
      <Dialog open onClose={onClose} title={`${made.token.name} was made`} actions={<Button onClick={onClose}>Done</Button>}>
        <NewSecret made={made} />
      </Dialog>
    )
  return (
    <Dialog open onClose={onClose} title={kind === 'own' ? 'Make a token' : 'Make an organisation token'}>
      <Form form={form} submit="Make the token" actions={<Button onClick={onClose}>Cancel</Button>}>
        <TextField label="Name" hint="What works with it, such as “Nightly export”." autoComplete="off" {...form.field('name')} />
        <ScopeChoice
          offers={offersFor(actor, kind)}
          hint={
            kind === 'own'
              ? 'Only what your own role may do is offered.'
              : 'What says something of single people’s levels is left to personal tokens.'
          }
          {...form.field('scopes')}
        />
        <Select label="Ends after" options={lifetimes} {...form.field('days')} />
        <RadioGroup
          label="What it reads is for"
          hint="Where it reads other people’s data, they see this in “Who read it”."
          options={purposes.map((value) => ({ value, label: purposeWords[value] }))}
          {...form.field('purpose')}
        />
      </Form>
    </Dialog>
  )
}
