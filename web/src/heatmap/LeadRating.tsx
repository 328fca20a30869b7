import { can } from '@plumbline/shared/access/can.ts'
import { rateAsLeadRoute } from '@plumbline/shared/assessments/contract.ts'
import type { Level } from '@plumbline/shared/levels/level.ts'
import { useChange } from '../api/change.ts'
import { actorOf } from '../identity/queries.ts'
import { useMe } from '../organisations/queries.ts'
import { Details } from '../ui/Details.tsx'
import { FieldError } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { useForm } from '../ui/form.ts'
import type { LevelAnswer } from '../ui/level-keys.ts'
import { LevelInput } from '../ui/LevelInput.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { toast } from '../ui/toast.ts'

interface LeadRatingProps {
  person: { id: string; teamId: string }
  skillId: string
  expected: Level | undefined
}

/** A lead's rating of one skill, for those who lead the person’s team. */
export function LeadRating({ person, skillId, expected }: LeadRatingProps) {
  const me = useMe().data
  if (me === undefined || !can.rateAsLead.allows(actorOf(me), person)) return null
  return (
    <Details summary="Rate as their lead">
      <LeadRatingForm person={person} skillId={skillId} expected={expected} />
    </Details>
  )
}

interface Values {
  level: LevelAnswer
  note: string
}
const nothing: Values = { level: null, note: '' }

function LeadRatingForm({ person, skillId, expected }: LeadRatingProps) {
  const change = useChange(rateAsLeadRoute)
  const form = useForm({
    schema: rateAsLeadRoute.body,
    initial: nothing,
    toBody: ({ level, note }) => ({ level: level === 'not sure' ? null : (level ?? undefined), note }),
    send: async (body) => {
      await change.send({ params: { personId: person.id, skillId }, body })
      toast('Your rating is kept.', { kind: 'ok' })
      form.reset(nothing)
    },
  })
  return (
    <Form form={form} submit="Keep the rating">
      <LevelInput label="Level" value={form.values.level} onChange={(level) => form.change('level', level)} expected={expected} />
      <FieldError id="lead-rating-error" error={form.errorAt('level') && 'Choose a level or “not sure”.'} />
      <TextArea label="Note" optional hint="Kept beside the rating." {...form.field('note')} />
    </Form>
  )
}
