import type { Claim } from '@plumbline/shared/frameworks/pack-market.ts'
import { CertificationLink } from '../certifications/CertificationLink.tsx'
import { entriesOf } from '../entries-of.ts'
import { LinkList } from '../LinkList.tsx'
import type { Framework } from '../queries.ts'
import { RoleLink } from '../RoleLink.tsx'
import { SkillLink } from '../SkillLink.tsx'

/** The roles, skills and certifications that a claim speaks of. */
export function ClaimAbout({ claim, framework: { pack } }: { claim: Claim; framework: Framework }) {
  const roles = entriesOf(pack.roles, claim.roles)
  const skills = entriesOf(pack.skills, claim.skills)
  const certifications = entriesOf(pack.certifications, claim.certifications)
  return (
    <div className="ClaimAbout">
      {roles.length > 0 && (
        <div>
          Roles: <LinkList of={roles}>{(role) => <RoleLink role={role} seniority={claim.seniority} />}</LinkList>
        </div>
      )}
      {skills.length > 0 && (
        <div>
          Skills: <LinkList of={skills}>{(skill) => <SkillLink skill={skill} />}</LinkList>
        </div>
      )}
      {certifications.length > 0 && (
        <div>
          Certifications: <LinkList of={certifications}>{(certification) => <CertificationLink certification={certification} />}</LinkList>
        </div>
      )}
    </div>
  )
}
