import { signInRoute } from '@plumbline/shared/identity/contract.ts'
import { Navigate, useLocation } from '@tanstack/react-router'
import { useChange } from '../api/change.ts'
import { paths } from '../paths.ts'
import { useSetup } from '../setup/queries.ts'
import { goIn } from '../shell/session.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Form } from '../ui/Form.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PasswordField } from '../ui/PasswordField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useForm } from '../ui/form.ts'
import { ProviderButtons } from './ProviderButtons.tsx'
import { ProviderProblem } from './ProviderProblem.tsx'
import { SignInHelp } from './SignInHelp.tsx'
import { ownPath } from '@plumbline/shared/identity/own-path.ts'

/** Sign in, and go where `then` says. Where no organisation was started yet there is nobody to sign in. */
export function SignInPage() {
  const then = useLocation({ select: ({ searchStr }) => new URLSearchParams(searchStr).get('then') })
  const setup = useSetup()
  const signIn = useChange(signInRoute, { invalidates: [] })
  const form = useForm({
    schema: signInRoute.body,
    initial: { email: '', password: '' },
    send: async (body) => {
      await signIn.send({ body })
      goIn(ownPath(then))
    },
  })
  if (setup.isPending) return <Loading />
  if (setup.data?.started === false) return <Navigate to={paths.start} replace />
  return (
    <>
      <PageHeader title="Sign in" />
      <ProviderProblem />
      <Form form={form} submit="Sign in" actions={setup.data?.visits === true && <ButtonLink to={paths.demo}>Look at the demo</ButtonLink>}>
        <TextField label="E-mail address" type="email" autoComplete="username" {...form.field('email')} />
        <PasswordField label="Password" autoComplete="current-password" {...form.field('password')} />
      </Form>
      <ProviderButtons words="Sign in with" body={{ next: ownPath(then) }} />
      <SignInHelp />
    </>
  )
}
