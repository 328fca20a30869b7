import { type Persona, visitDemoRoute } from '@plumbline/shared/demo/contract.ts'
import { useChange } from '../api/change.ts'
import { Loaded } from '../api/Loaded.tsx'
import { sentenceOf, titleOf } from '../api/words.ts'
import { paths } from '../paths.ts'
import { useSetup } from '../setup/queries.ts'
import { useSecret } from '../shell/link-secret.ts'
import { goIn } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import './DemoPage.css'

const cards: readonly { as: Persona; title: string; text: string }[] = [
  {
    as: 'engineer',
    title: 'An engineer',
    text: 'Fill in an assessment against what your role expects, and answer your team’s checklists.',
  },
  {
    as: 'lead',
    title: 'A team lead',
    text: 'Read the heatmap of your teams, keep the checklists, find single points of failure and what is missing.',
  },
  { as: 'admin', title: 'An admin', text: 'See all teams at a glance, manage people and teams, and draw up hiring gaps.' },
]

/** Whom to be in the demo. */
export function DemoPage() {
  const setup = useSetup()
  return (
    <Loaded of={setup}>
      {({ demo, started }) =>
        demo ? (
          <div className="Doorway-wide">
            <PageHeader
              title="Whom do you want to be?"
              subtitle="The demo is an organisation with invented people. You can switch at any time; nothing you do here reaches a real one."
            />
            <Cards />
          </div>
        ) : (
          <>
            <PageHeader title="The demo" />
            <EmptyState
              title="There is no demo here"
              action={<ButtonLink to={started ? paths.signIn : paths.start}>{started ? 'Sign in' : 'Go to the first page'}</ButtonLink>}
            >
              It was not built, or it was removed.
            </EmptyState>
          </>
        )
      }
    </Loaded>
  )
}

function Cards() {
  const visit = useChange(visitDemoRoute, { invalidates: [] })
  const token = useSecret('start')
  const enter = (as: Persona): void => {
    visit.send({ body: { as, ...(token !== null && { token }) } }).then(
      () => goIn(paths.home),
      () => undefined,
    )
  }
  return (
    <>
      {visit.error !== null && (
        <Notice kind="error" title={titleOf(visit.error)}>
          {sentenceOf(visit.error)}
        </Notice>
      )}
      <ul className="DemoPage-cards">
        {cards.map(({ as, title, text }) => (
          <li key={as}>
            <h2>{title}</h2>
            <p>{text}</p>
            <Button variant="primary" busy={visit.sending} onClick={() => enter(as)}>
              Be {title.toLowerCase()}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
