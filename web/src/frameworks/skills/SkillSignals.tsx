import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/Section.tsx'
import { CertificationList } from '../certifications/CertificationList.tsx'
import { Fact, Facts } from '../Facts.tsx'
import { LinkList } from '../LinkList.tsx'
import { ToolLink } from '../tools/ToolLink.tsx'
import type { SkillSheet } from './skill-sheet.ts'

/** Where it is taught and what is evidence of it: stages, tools, certifications, and the open models that name it. */
export function SkillSignals({ sheet: { stages, tools, certifications, models }, pack }: { sheet: SkillSheet; pack: Pack }) {
  return (
    <Section
      title="How it is learned and shown"
      note="Tools and certifications are matched by the framework’s judgement: evidence, and never a level by themselves."
    >
      <Facts>
        <Fact label="Taught in">
          {stages.length === 0 ? (
            'No stage of a roadmap.'
          ) : (
            <ul className="FactList">
              {stages.map(({ roadmap, stage }) => (
                <li key={`${roadmap.id} ${stage.id}`}>
                  <Link to={paths.frameworkRoadmap} params={{ roadmapId: roadmap.id }} search={{ stage: stage.id }}>
                    {stage.name}
                  </Link>
                  , stage {stage.order} of {roadmap.name}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact label="Tools">
          <LinkList of={tools} none="None that the documents name.">
            {(tool) => <ToolLink tool={tool} />}
          </LinkList>
        </Fact>
        <Fact label="Certifications">
          <CertificationList
            of={certifications.map((certification) => ({ certification }))}
            none="None that the documents name."
            pack={pack}
          />
        </Fact>
        {models.length > 0 && (
          <Fact label="Open models">
            <ul className="FactList">
              {models.map(({ model, item }) => (
                <li key={`${model.id} ${item}`}>
                  {item},{' '}
                  <Link to={paths.frameworkModel} params={{ modelId: model.id }}>
                    {model.name}
                  </Link>
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </Facts>
    </Section>
  )
}
