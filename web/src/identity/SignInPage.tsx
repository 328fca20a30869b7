import { ownPath } from '@plumbline/shared/identity/own-path.ts'
import { signInRoute } from '@plumbline/shared/identity/contract.ts'
import type { SecondFactor } from '@plumbline/shared/identity/contract.ts'
import { Navigate, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
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
import { PasskeySignIn } from './PasskeySignIn.tsx'

const SecondStep = lazy(() => import('./SecondStep.tsx'))

/** Sign in, and go where `then` says. Where no organisation was started yet there is nobody to sign in. */
export function SignInPage() {
  const then = useLocation({ select: ({ searchStr }) => new URLSearchParams(searchStr).get('then') })
  const setup = useSetup()
  const [owed, setOwed] = useState<readonly SecondFactor[] | null>(null)
  const onDone = (): void => goIn(ownPath(then))
  if (setup.isPending) return <Loading />
  if (setup.data?.started === false) return <Navigate to={paths.start} replace />
  if (owed !== null)
    return (
      <Suspense fallback={<Loading />}>
        <SecondStep factors={owed} onDone={onDone} onBack={() => setOwed(null)} />
      </Suspense>
    )
  return (
    <>
      <PageHeader title="Sign in" />
      <ProviderProblem />
      <PasswordStep visits={setup.data?.visits === true} onOwed={setOwed} onDone={onDone} />
      <PasskeySignIn onDone={onDone} />
      <ProviderButtons words="Sign in with" body={{ next: ownPath(then) }} />
      <SignInHelp />
    </>
  )
}

interface PasswordStepProps {
  /** There is a demo to look at. */
  visits: boolean
  onOwed: (factors: readonly SecondFactor[]) => void
  onDone: () => void
}

function PasswordStep({ visits, onOwed, onDone }: PasswordStepProps) {
  const signIn = useChange(signInRoute, { invalidates: [] })
  const form = useForm({
    schema: signInRoute.body,
    initial: { email: '', password: '' },
    send: async (body) => {
      const { data } = await signIn.send({ body })
      if ('secondFactor' in data) onOwed(data.secondFactor)
      else onDone()
    },
  })
  return (
    <Form form={form} submit="Sign in" actions={visits && <ButtonLink to={paths.demo}>Look at the demo</ButtonLink>}>
      <TextField label="E-mail address" type="email" autoComplete="username" {...form.field('email')} />
      <PasswordField label="Password" autoComplete="current-password" {...form.field('password')} />
    </Form>
  )
}
