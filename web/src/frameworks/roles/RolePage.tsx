import { getRouteApi } from '@tanstack/react-router'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { paths } from '../../paths.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { ExpectedSkills } from '../ExpectedSkills.tsx'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { NoSuchEntry } from '../NoSuchEntry.tsx'
import type { Framework } from '../queries.ts'
import { RoleAbout } from './RoleAbout.tsx'
import { RoleChoices } from './RoleChoices.tsx'
import { RoleClaims } from './RoleClaims.tsx'
import { RoleComparison } from './RoleComparison.tsx'
import { RoleLearning } from './RoleLearning.tsx'
import { roleFacts } from './role-facts.ts'

const route = getRouteApi('/framed/framework/roles/$roleId')

/** Everything about one role: what it expects and why, against another role, what is paid, and what leads to it. */
export function RolePage() {
  const { roleId } = route.useParams()
  return (
    <FrameworkSection
      title={({ index }) => index.roleById.get(roleId)?.name ?? 'No such role'}
      subtitle={({ index }) => index.roleById.get(roleId)?.summary}
    >
      {(framework) => {
        const role = framework.index.roleById.get(roleId)
        return role === undefined ? (
          <NoSuchEntry kind="role" id={roleId} action={<ButtonLink to={paths.frameworkRoles}>All roles</ButtonLink>} />
        ) : (
          <Role framework={framework} role={role} />
        )
      }}
    </FrameworkSection>
  )
}

function Role({ framework, role }: { framework: Framework; role: Pack['roles'][number] }) {
  const { seniority, with: other } = route.useSearch()
  const { pack, index } = framework
  const compared = other === undefined ? undefined : index.roleById.get(other)
  const facts = roleFacts(pack, role.id)
  return (
    <>
      <RoleAbout role={role} pack={pack} />
      <RoleChoices pack={pack} role={role} seniority={seniority} compared={compared?.id} />
      {compared !== undefined && <RoleComparison framework={framework} here={role} there={compared} seniority={seniority} />}
      <ExpectedSkills key={`${role.id} ${seniority}`} framework={framework} role={role} seniority={seniority} />
      <RoleLearning facts={facts} pack={pack} />
      <RoleClaims facts={facts} framework={framework} role={role} />
    </>
  )
}
