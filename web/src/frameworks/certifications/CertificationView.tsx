import { Section } from '../../ui/Section.tsx'
import { BasisTag } from '../BasisTag.tsx'
import { Entries } from '../Entry.tsx'
import { Fact, Facts } from '../Facts.tsx'
import { LinkList } from '../LinkList.tsx'
import { ClaimEntry } from '../market/ClaimEntry.tsx'
import type { Framework } from '../queries.ts'
import { RoleLink } from '../RoleLink.tsx'
import { StageLink } from '../roadmaps/StageLink.tsx'
import { SkillLink } from '../SkillLink.tsx'
import { Places } from '../WhereFrom.tsx'
import { CertificationLink } from './CertificationLink.tsx'
import { Comparison } from './Comparison.tsx'
import { type Certification, effects } from './effects.ts'
import { Printed } from './Printed.tsx'

/** What is printed about one certification, whom and what it is for, and everything in the framework that speaks of it. */
export function CertificationView({ certification, framework }: { certification: Certification; framework: Framework }) {
  const { pack, index } = framework
  const { id, aliases, roles, skills, sources } = certification
  const claims = pack.claims.filter((claim) => claim.certifications.includes(id))
  return (
    <>
      <Section title="What is printed about it" note="As the documents print it: unchecked, and not converted into each other.">
        <Facts>
          {effects.map(({ key, label }) => (
            <Fact key={key} label={label}>
              <Printed text={certification[key]} />
            </Fact>
          ))}
          {aliases.length > 0 && <Fact label="Other names">{aliases.join('; ')}</Fact>}
          <Replacement certification={certification} framework={framework} />
          <Stages certification={certification} framework={framework} />
        </Facts>
      </Section>
      <Section title="Who it is for" note="“Stated” where a document ties it to the role or its path, “derived” where the framework does.">
        {roles.length === 0 && <p>No document names a role for it, and the framework derives none.</p>}
        <ul>
          {roles.map(({ role, basis }) => (
            <li key={role}>
              <BasisTag basis={basis} /> <RoleLink role={index.roleById.get(role) ?? { id: role, name: role }} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title="What it is evidence for" note="The framework’s judgement. A certificate supports a rating; it sets no level.">
        <LinkList of={skills.flatMap((skill) => index.skillById.get(skill) ?? [])} none={<p>No skill.</p>}>
          {(skill) => <SkillLink skill={skill} />}
        </LinkList>
      </Section>
      {pack.comparisons
        .filter(({ of }) => of.includes(id))
        .map((comparison) => (
          <Comparison key={comparison.id} comparison={comparison} pack={pack} />
        ))}
      {claims.length > 0 && (
        <Section title={`Claims about it (${claims.length})`}>
          <Entries>
            {claims.map((claim) => (
              <ClaimEntry key={claim.id} claim={claim} marked={false} framework={framework} />
            ))}
          </Entries>
        </Section>
      )}
      <Section title="Where it comes from">
        <Places sources={sources} pack={pack} />
      </Section>
    </>
  )
}

interface PartProps {
  certification: Certification
  framework: Framework
}

function Replacement({ certification: { id, replacedBy }, framework: { pack } }: PartProps) {
  const next = pack.certifications.find((one) => one.id === replacedBy)
  const before = pack.certifications.filter((one) => one.replacedBy === id)
  return (
    <>
      {next !== undefined && (
        <Fact label="Replaced by">
          <CertificationLink certification={next} />
        </Fact>
      )}
      {before.length > 0 && (
        <Fact label="Replaces">
          <LinkList of={before}>{(one) => <CertificationLink certification={one} />}</LinkList>
        </Fact>
      )}
    </>
  )
}

function Stages({ certification: { id }, framework: { pack } }: PartProps) {
  const stages = pack.roadmaps.flatMap((roadmap) =>
    roadmap.stages
      .filter((stage) => stage.certifications.includes(id))
      .map((stage) => ({ id: `${roadmap.id} ${stage.id}`, roadmap, stage })),
  )
  if (stages.length === 0) return null
  return (
    <Fact label="On roadmaps">
      <LinkList of={stages}>{({ roadmap, stage }) => <StageLink roadmap={roadmap} stage={stage} />}</LinkList>
    </Fact>
  )
}
