import { can } from '@plumbline/shared/access/can.ts'
import { rateAsLeadRoute } from '@plumbline/shared/assessments/contract.ts'
import type { Skill } from '@plumbline/shared/frameworks/pack-skills.ts'
import type { Level } from '@plumbline/shared/levels/level.ts'
import { useId, useRef } from 'react'
import { useChange } from '../api/change.ts'
import { actorOf } from '../identity/queries.ts'
import { useMe } from '../organisations/queries.ts'
import { Details } from '../ui/Details.tsx'
import { FieldError } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { useForm } from '../ui/form.ts'
import type { LevelAnswer } from '../ui/level-keys.ts'
import { useLevelLook } from '../ui/level-look.ts'
import { LevelHint } from '../ui/LevelHint.tsx'
import { LevelInput } from '../ui/LevelInput.tsx'
import { LevelLadder } from '../ui/LevelLadder.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { toast } from '../ui/toast.ts'

interface LeadRatingProps {
  person: { id: string; teamId: string }
  skill: Pick<Skill, 'id' | 'descriptors'>
  expected: Level | undefined
}

/** A lead's rating of one skill, for those who lead the person’s team. */
export function LeadRating({ person, skill, expected }: LeadRatingProps) {
  const me = useMe().data
  if (me === undefined || !can.rateAsLead.allows(actorOf(me), person)) return null
  return (
    <Details summary="Rate as their lead">
      <LeadRatingForm person={person} skill={skill} expected={expected} />
    </Details>
  )
}

interface Values {
  level: LevelAnswer
  note: string
}
const nothing: Values = { level: null, note: '' }

function LeadRatingForm({ person, skill, expected }: LeadRatingProps) {
  const scale = useRef<HTMLDivElement>(null)
  const look = useLevelLook(scale)
  const hintId = useId()
  const change = useChange(rateAsLeadRoute)
  const form = useForm({
    schema: rateAsLeadRoute.body,
    initial: nothing,
    toBody: ({ level, note }) => ({ level: level === 'not sure' ? null : (level ?? undefined), note }),
    send: async (body) => {
      await change.send({ params: { personId: person.id, skillId: skill.id }, body })
      toast('Your rating is kept.', { kind: 'ok' })
      form.reset(nothing)
    },
  })
  const chosen = form.values.level === 'not sure' ? null : form.values.level
  return (
    <Form form={form} submit="Keep the rating">
      <div ref={scale} data-skill={skill.id}>
        <LevelInput
          label="Level"
          value={form.values.level}
          onChange={(level) => form.change('level', level)}
          expected={expected}
          describedBy={hintId}
        />
        <LevelHint id={hintId} descriptors={skill.descriptors} level={look.level ?? chosen} />
        <Details summary="All levels">
          <LevelLadder descriptors={skill.descriptors} marked={chosen} />
        </Details>
      </div>
      <FieldError id="lead-rating-error" error={form.errorAt('level') && 'Choose a level or “not sure”.'} />
      <TextArea label="Note" optional hint="Kept beside the rating." {...form.field('note')} />
    </Form>
  )
}
