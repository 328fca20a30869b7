import type { Claim } from '@plumbline/shared/frameworks/pack-market.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { entriesOf } from '../entries-of.ts'
import { LinkList } from '../LinkList.tsx'
import type { Framework } from '../queries.ts'
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
          Roles:{' '}
          <LinkList of={roles}>
            {({ id, name }) => (
              <Link to={paths.frameworkRole} params={{ roleId: id }} search={{ seniority: claim.seniority ?? 'mid' }}>
                {name}
              </Link>
            )}
          </LinkList>
        </div>
      )}
      {skills.length > 0 && (
        <div>
          Skills: <LinkList of={skills}>{(skill) => <SkillLink skill={skill} />}</LinkList>
        </div>
      )}
      {certifications.length > 0 && (
        <div>
          Certifications:{' '}
          <LinkList of={certifications}>
            {({ id, name }) => (
              <Link to={paths.frameworkCertification} params={{ certificationId: id }}>
                {name}
              </Link>
            )}
          </LinkList>
        </div>
      )}
    </div>
  )
}
