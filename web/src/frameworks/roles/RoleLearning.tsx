import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/Section.tsx'
import { CertificationList } from '../certifications/CertificationList.tsx'
import { Fact, Facts } from '../Facts.tsx'
import { LinkList } from '../LinkList.tsx'
import { RoadmapLink } from '../roadmaps/RoadmapLink.tsx'
import type { RoleFacts } from './role-facts.ts'

/** What leads to the role: ways of learning, certifications, and the people whom the documents name on the way. */
export function RoleLearning({ facts: { certifications, roadmaps, personas }, pack }: { facts: RoleFacts; pack: Pack }) {
  return (
    <Section title="What leads to it">
      <Facts>
        <Fact label="Roadmaps">
          <LinkList of={roadmaps} none="None that the documents draw ends in this role.">
            {(roadmap) => <RoadmapLink roadmap={roadmap} />}
          </LinkList>
        </Fact>
        <Fact label="Certifications">
          <CertificationList of={certifications} none="None is named for it." pack={pack} />
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
