import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { getRouteApi } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Section } from '../../ui/Section.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { ClaimLines } from '../ClaimLines.tsx'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { NoSuchEntry } from '../NoSuchEntry.tsx'
import { SeniorityChoice } from '../SeniorityChoice.tsx'
import type { Framework } from '../queries.ts'
import { SkillAbout } from './SkillAbout.tsx'
import { SkillHolders } from './SkillHolders.tsx'
import { SkillLadder } from './SkillLadder.tsx'
import { SkillPractices } from './SkillPractices.tsx'
import { SkillRoles } from './SkillRoles.tsx'
import { SkillSignals } from './SkillSignals.tsx'
import { skillSheet } from './skill-sheet.ts'

const route = getRouteApi('/framed/framework/skills/$skillId')

/** Everything about one skill: its levels, who expects and needs it, how it is learned and shown, and who has it. */
export function SkillPage() {
  const { skillId } = route.useParams()
  return (
    <FrameworkSection
      title={({ index }) => index.skillById.get(skillId)?.name ?? 'No such skill'}
      subtitle={({ pack, index }) => pack.categories.find(({ id }) => id === index.skillById.get(skillId)?.category)?.name}
    >
      {(framework) => {
        const skill = framework.index.skillById.get(skillId)
        return skill === undefined ? (
          <NoSuchEntry kind="skill" id={skillId} action={<ButtonLink to={paths.frameworkSkills}>All skills</ButtonLink>} />
        ) : (
          <Skill framework={framework} skill={skill} />
        )
      }}
    </FrameworkSection>
  )
}

function Skill({ framework, skill }: { framework: Framework; skill: Pack['skills'][number] }) {
  const { seniority } = route.useSearch()
  const navigate = route.useNavigate()
  const { pack, index } = framework
  const sheet = skillSheet(pack, index, skill, seniority)
  const expecting = sheet.roles.filter(({ expected }) => expected !== null).length
  return (
    <>
      <SkillAbout skill={skill} sheet={sheet} pack={pack} />
      <SkillLadder skill={skill} pack={pack} />
      <Section
        title="Roles"
        note={expecting === 0 ? (skill.unexpected ?? 'No role expects it.') : `Expected by ${expecting} of ${pack.roles.length} roles.`}
        actions={
          <Toolbar label="At which seniority">
            <SeniorityChoice
              value={seniority}
              onChange={(chosen) => void navigate({ search: { seniority: chosen }, resetScroll: false, replace: true })}
            />
          </Toolbar>
        }
      >
        <SkillRoles key={seniority} roles={sheet.roles} skill={skill} seniority={seniority} pack={pack} />
      </Section>
      <SkillPractices practices={sheet.practices} pack={pack} />
      <SkillSignals sheet={sheet} pack={pack} />
      <SkillHolders skill={skill} />
      {sheet.claims.length > 0 && (
        <Section title="Claims about it" note="Said by one document each, and checked by nobody here.">
          <ClaimLines claims={sheet.claims} pack={pack} />
        </Section>
      )}
    </>
  )
}
