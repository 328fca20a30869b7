import { startDemoRoute } from '@plumbline/shared/demo/contract.ts'
import { useNavigate } from '@tanstack/react-router'
import { useChange } from '../api/change.ts'
import { Loaded } from '../api/Loaded.tsx'
import { sentenceOf, titleOf } from '../api/words.ts'
import { paths } from '../paths.ts'
import { useSecret } from '../shell/link-secret.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Section } from '../ui/Section.tsx'
import { StartForm } from './StartForm.tsx'
import { useSetup } from './queries.ts'
import './StartPage.css'

/** The first page of a new installation: start an organisation, or look around in an invented one. */
export function StartPage() {
  const setup = useSetup()
  const token = useSecret('start')
  return (
    <Loaded of={setup}>
      {({ started, demo, visits }) => {
        if (started) return <Started />
        if (token === null) return <NoLink mayVisit={visits} />
        return (
          <div className="Doorway-wide">
            <PageHeader
              title="Welcome to Plumbline"
              subtitle="See what each person can do, what each team practises, and what is missing."
            />
            <div className="StartPage">
              <Section title="Start your organisation" note="You become its first admin and invite the others.">
                <StartForm token={token} />
              </Section>
              <Section
                title="Look around first"
                note="In an organisation with invented people, teams and ratings. It can be removed at any time and does not touch your own."
              >
                {demo ? <ButtonLink to={paths.demo}>Go to the demo</ButtonLink> : <BuildDemo token={token} />}
              </Section>
            </div>
          </div>
        )
      }}
    </Loaded>
  )
}

function Started() {
  return (
    <>
      <PageHeader title="Already started" />
      <EmptyState title="An organisation was started here" action={<ButtonLink to={paths.signIn}>Sign in</ButtonLink>}>
        Sign in with your account. If you have none, ask an admin of the organisation for an invitation link.
      </EmptyState>
    </>
  )
}

function NoLink({ mayVisit }: { mayVisit: boolean }) {
  return (
    <>
      <PageHeader title="Welcome to Plumbline" />
      <EmptyState title="Open the link of the log" action={mayVisit && <ButtonLink to={paths.demo}>Look at the demo</ButtonLink>}>
        No organisation was started here yet. When Plumbline starts it prints a link that ends in /start# and a long secret. Open that link
        to begin; only whoever can read the log has it.
      </EmptyState>
    </>
  )
}

function BuildDemo({ token }: { token: string }) {
  const build = useChange(startDemoRoute)
  const navigate = useNavigate()
  const begin = (): void => {
    build.send({ body: { token } }).then(
      () => navigate({ to: paths.demo }),
      () => undefined,
    )
  }
  return (
    <div className="StartPage-demo">
      {build.error !== null && (
        <Notice kind="error" title={titleOf(build.error)}>
          {sentenceOf(build.error)}
        </Notice>
      )}
      <div>
        <Button busy={build.sending} onClick={begin}>
          Build the demo
        </Button>
      </div>
      {build.sending && <Loading label="Inventing people, teams and a year of ratings; this takes a few seconds" />}
    </div>
  )
}
