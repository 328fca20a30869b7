import { getRouteApi } from '@tanstack/react-router'
import { Loaded } from '../api/Loaded.tsx'
import { useMe } from '../organisations/queries.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Documents } from './Documents.tsx'
import { type Framework, useFramework } from './queries.ts'
import { ExpectedSkills } from './ExpectedSkills.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import { RoleSummary } from './RoleSummary.tsx'
import { SkillDialog } from './SkillDialog.tsx'
import { chosenRole } from './role-sheet.ts'
import './FrameworkPage.css'

const route = getRouteApi('/framed/framework')

/** What people and teams are measured with: what each role expects of each skill, and where that was read. */
export function FrameworkPage() {
  const me = useMe()
  const framework = useFramework()
  const pack = framework.data?.pack
  return (
    <>
      <PageHeader
        title="Framework"
        subtitle={`What people and teams are measured with${pack === undefined ? '' : `: ${pack.name}, version ${pack.version}`}.`}
      />
      <Loaded of={framework}>
        {(framework) => <Loaded of={me}>{({ person }) => <FrameworkView framework={framework} ownRole={person?.roleId ?? null} />}</Loaded>}
      </Loaded>
    </>
  )
}

function FrameworkView({ framework, ownRole }: { framework: Framework; ownRole: string | null }) {
  const { role: asked, seniority, skill } = route.useSearch()
  const { pack } = framework
  const role = chosenRole(pack, asked, ownRole)
  if (role === undefined) return null
  return (
    <>
      <RoleChoice roles={pack.roles} role={role} seniority={seniority} />
      <RoleSummary role={role} documents={pack.documents} />
      <ExpectedSkills key={`${role.id} ${seniority}`} framework={framework} role={role} seniority={seniority} />
      <Documents documents={pack.documents} />
      {skill !== undefined && <SkillDialog key={skill} framework={framework} skillId={skill} seniority={seniority} />}
    </>
  )
}
