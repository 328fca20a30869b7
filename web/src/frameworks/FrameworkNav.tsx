import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { Tabs } from '../ui/Tabs.tsx'
import './FrameworkNav.css'

const entries = [
  { label: 'Matrix', to: paths.framework },
  { label: 'Roles', to: paths.frameworkRoles },
  { label: 'Skills', to: paths.frameworkSkills },
  { label: 'Practices', to: paths.frameworkPractices },
  { label: 'Certifications', to: paths.frameworkCertifications },
  { label: 'Roadmaps', to: paths.frameworkRoadmaps },
  { label: 'Market', to: paths.frameworkMarket },
  { label: 'Contradictions', to: paths.frameworkContradictions },
  { label: 'Tools', to: paths.frameworkTools },
  { label: 'Sources', to: paths.frameworkSources },
  { label: 'Models', to: paths.frameworkModels },
  { label: 'Versions', to: paths.frameworkVersions },
] as const

/** The parts of the framework. Where one entry of a part is shown, the part is marked. */
export function FrameworkNav() {
  return (
    <div className="FrameworkNav" ref={showPresent}>
      <Tabs label="Framework">
        {entries.map(({ label, to }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === paths.framework, includeSearch: false }}>
            {label}
          </Link>
        ))}
      </Tabs>
    </div>
  )
}

/** On a small screen the part that is shown may stand outside of the row. */
function showPresent(nav: HTMLElement | null): void {
  const present = nav?.querySelector<HTMLElement>('[aria-current]')
  const row = present?.parentElement
  if (present && row) row.scrollLeft = present.offsetLeft - row.offsetLeft - (row.clientWidth - present.offsetWidth) / 2
}
