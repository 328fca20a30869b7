import { practiceStatusWords } from '@plumbline/shared/frameworks/words.ts'
import { Link, getRouteApi } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/Section.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { Fact, Facts } from '../Facts.tsx'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { practiceLevelWords } from '../framework-words.ts'
import { NoSuchEntry } from '../NoSuchEntry.tsx'
import type { Framework } from '../queries.ts'
import { Places } from '../WhereFrom.tsx'
import { PracticeFacts } from './PracticeFacts.tsx'
import { StatusTag } from './StatusTag.tsx'

const route = getRouteApi('/framed/framework/practices/$practiceId')

/** Everything that the framework says about one practice. */
export function FrameworkPracticePage() {
  const { practiceId } = route.useParams()
  const found = ({ pack }: Framework) => pack.practices.find(({ id }) => id === practiceId)
  return (
    <FrameworkSection title={(framework) => found(framework)?.name ?? 'No such practice'}>
      {(framework) => {
        const practice = found(framework)
        if (practice === undefined)
          return <NoSuchEntry kind="practice" id={practiceId} action={<Link to={paths.frameworkPractices}>All practices</Link>} />
        const area = framework.pack.areas.find(({ id }) => id === practice.area)
        return (
          <>
            <Section title="What it is">
              <Facts>
                <Fact label="Area">
                  <Link to={paths.frameworkPractices} search={{ area: practice.area }}>
                    {area?.name ?? practice.area}
                  </Link>
                  {area?.optional === true && ', a further checklist: off unless your organisation turns it on'}
                </Fact>
                <Fact label="Maturity level">
                  {practice.level} {practiceLevelWords[practice.level]}
                </Fact>
                <Fact label="Status">
                  <StatusTag status={practice.status} /> {practiceStatusWords[practice.status]}
                </Fact>
                <Fact label="By machine">
                  {practice.automatable ? <Tag>a machine can report it</Tag> : 'A person has to judge it; no machine reports it.'}
                </Fact>
              </Facts>
            </Section>
            <Section title="What it takes">
              <PracticeFacts practice={practice} framework={framework} />
            </Section>
            <Section title="Where it comes from">
              {practice.sources.length === 0 ? (
                <p>No document names it. {practiceStatusWords[practice.status]}</p>
              ) : (
                <Places sources={practice.sources} pack={framework.pack} />
              )}
            </Section>
          </>
        )
      }}
    </FrameworkSection>
  )
}
