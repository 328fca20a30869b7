import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/Section.tsx'
import { BasisTag } from '../BasisTag.tsx'
import { Fact, Facts } from '../Facts.tsx'
import { LinkList } from '../LinkList.tsx'
import { WhereFrom } from '../WhereFrom.tsx'
import type { RoleFacts } from './role-facts.ts'

/** What leads to the role: ways of learning, certifications, and the people whom the documents name on the way. */
export function RoleLearning({ facts: { certifications, roadmaps, personas }, pack }: { facts: RoleFacts; pack: Pack }) {
  return (
    <Section title="What leads to it">
      <Facts>
        <Fact label="Roadmaps">
          {roadmaps.length === 0 ? (
            'None that the documents draw ends in this role.'
          ) : (
            <LinkList of={roadmaps}>
              {({ id, name }) => (
                <Link to={paths.frameworkRoadmap} params={{ roadmapId: id }}>
                  {name}
                </Link>
              )}
            </LinkList>
          )}
        </Fact>
        <Fact label="Certifications">
          {certifications.length === 0 ? (
            'None is named for it.'
          ) : (
            <ul className="FactList">
              {certifications.map(({ certification: { id, name, sources }, basis }) => (
                <li key={id}>
                  <Link to={paths.frameworkCertification} params={{ certificationId: id }}>
                    {name}
                  </Link>{' '}
                  <BasisTag basis={basis} /> <WhereFrom of={name} sources={sources} pack={pack} />
                </li>
              ))}
            </ul>
          )}
        </Fact>
        {personas.length > 0 && (
          <Fact label="Measured with it">
            <LinkList of={personas}>
              {({ id, name }) => (
                <Link to={paths.frameworkPersona} params={{ personaId: id }}>
                  {name}
                </Link>
              )}
            </LinkList>
          </Fact>
        )}
      </Facts>
    </Section>
  )
}
