import type { OkOf } from '@plumbline/shared/http/route.ts'
import { changeEmailRoute, getEmailRoute } from '@plumbline/shared/identity/mail-contract.ts'
import { listSessionsRoute } from '@plumbline/shared/identity/contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { Loaded } from '../api/Loaded.tsx'
import { useRoute } from '../api/query.ts'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PasswordField } from '../ui/PasswordField.tsx'
import { Section } from '../ui/Section.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useForm } from '../ui/form.ts'
import { toast } from '../ui/toast.ts'

/** The address that I sign in with, and a form to change it. */
export function EmailSection() {
  const read = useRoute(getEmailRoute, {})
  return (
    <Section title="E-mail address" note="The one that you sign in with. The directory’s is your admin’s to change.">
      <Loaded of={read}>{(present) => <EmailForm {...present} />}</Loaded>
    </Section>
  )
}

function EmailForm({ email, byMail, hasPassword }: OkOf<typeof getEmailRoute>) {
  const change = useChange(changeEmailRoute, { invalidates: [getEmailRoute, listSessionsRoute] })
  const [mailedTo, setMailedTo] = useState<string | null>(null)
  const form = useForm({
    schema: changeEmailRoute.body,
    initial: { email: '', password: '' },
    toBody: ({ email, password }) => ({ email, ...(hasPassword && { password }) }),
    send: async (body) => {
      const { data } = await change.send({ body })
      if (data.changed) toast(`You sign in with ${body.email} from now on.`)
      setMailedTo(data.changed ? null : body.email)
      form.reset({ email: '', password: '' })
    },
  })
  return (
    <Form form={form} submit="Change the address">
      <p>
        You sign in as <strong>{email}</strong>.{' '}
        {byMail
          ? 'A new address counts once you open the link that is mailed there.'
          : 'No mail is sent from here, so a new address counts at once: look at it twice.'}{' '}
        Other browsers are signed out then.
      </p>
      {mailedTo !== null && (
        <Notice kind="info">A mail is on its way to {mailedTo}. Until its link is opened nothing changes; it works once, for a day.</Notice>
      )}
      <TextField label="New e-mail address" type="email" autoComplete="email" {...form.field('email')} />
      {hasPassword && <PasswordField label="Your password" autoComplete="current-password" {...form.field('password')} />}
    </Form>
  )
}
