import { Link, getRouteApi } from '@tanstack/react-router'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { NoSuchEntry } from '../NoSuchEntry.tsx'
import { paths } from '../../paths.ts'
import { AreaPractices } from './AreaPractices.tsx'
import { AreaTabs } from './AreaTabs.tsx'

const route = getRouteApi('/framed/framework/practices')

/** The checklists: one area at a time, its practices by maturity level. */
export function FrameworkPracticesPage() {
  const { area: chosen } = route.useSearch()
  return (
    <FrameworkSection title="Practices" subtitle="The checklists that teams answer, by area and maturity level.">
      {(framework) => {
        const { areas } = framework.pack
        const area = chosen === undefined ? (areas.find(({ optional }) => !optional) ?? areas[0]) : areas.find(({ id }) => id === chosen)
        return (
          <>
            <AreaTabs pack={framework.pack} shown={area?.id} />
            {area === undefined ? (
              <NoSuchEntry kind="practice area" id={chosen ?? ''} action={<Link to={paths.frameworkPractices}>All practices</Link>} />
            ) : (
              <AreaPractices key={area.id} area={area} framework={framework} />
            )}
          </>
        )
      }}
    </FrameworkSection>
  )
}
