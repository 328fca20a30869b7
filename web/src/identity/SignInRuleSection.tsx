import type { OkOf } from '@plumbline/shared/http/route.ts'
import type { SignInRule } from '@plumbline/shared/identity/contract.ts'
import { getSignInRuleRoute, setSignInRuleRoute } from '@plumbline/shared/organisations/sign-in-rule-contract.ts'
import { useChange } from '../api/change.ts'
import { Loaded } from '../api/Loaded.tsx'
import { useRoute } from '../api/query.ts'
import { freshAfterStale } from '../api/stale.ts'
import { Form } from '../ui/Form.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { useForm } from '../ui/form.ts'
import { toast } from '../ui/toast.ts'

/** With what everyone of the organisation has to sign in; for admins. */
export function SignInRuleSection() {
  const read = useRoute(getSignInRuleRoute, {})
  return (
    <Section
      title="Sign-in rules"
      note="For everyone in the organisation, from their next click on. Tokens and the demo are not touched by it."
    >
      <Loaded of={read}>{(data) => <SignInRuleForm key={data.version} {...data} readAgain={read.refetch} />}</Loaded>
    </Section>
  )
}

const choices: readonly { value: SignInRule; label: string; hint: string }[] = [
  { value: 'any', label: 'Anything', hint: 'A password is enough. Whoever has a second factor is asked for it.' },
  {
    value: 'second_factor',
    label: 'A second factor',
    hint: 'Whoever has none is led to adding one and sees nothing else until then. The provider stands in for it.',
  },
  {
    value: 'provider',
    label: 'The provider',
    hint: 'Passwords and passkeys open nothing any more. Access is restored by a command on the server.',
  },
]

const firstYourself: Readonly<Record<SignInRule, string>> = {
  any: '',
  second_factor: 'Sign in with a second factor yourself before you ask others for one.',
  provider: 'Sign in with the provider yourself before you ask others for it.',
}

type Present = OkOf<typeof getSignInRuleRoute>

function SignInRuleForm({ rule, met, version, readAgain }: Present & { readAgain: () => void }) {
  const set = useChange(setSignInRuleRoute)
  const form = useForm({
    schema: setSignInRuleRoute.body,
    initial: { rule },
    send: async (body) => {
      await freshAfterStale(set.send({ body, ifMatch: version }), async () => readAgain())
      toast('The sign-in rule was changed.')
    },
  })
  const { name, ...field } = form.field('rule')
  return (
    <Form form={form} submit="Save">
      <RadioGroup
        key={name}
        label="To sign in, people need"
        {...field}
        options={choices.map(({ value, label, hint }) => {
          const open = met.includes(value) || value === rule
          return { value, label, hint: open ? hint : firstYourself[value], disabled: !open }
        })}
      />
    </Form>
  )
}
