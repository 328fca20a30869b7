import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { countsOf } from '../facets.ts'

/** The areas with how many practices each has; the further ones, which an organisation turns on for itself, by themselves. */
export function AreaTabs({ pack: { areas, practices }, shown }: { pack: Pack; shown: string | undefined }) {
  const counts = countsOf(practices, ({ area }) => [area])
  const links = (some: Pack['areas']) =>
    some.map(({ id, name }) => (
      <Link
        key={id}
        to={paths.frameworkPractices}
        search={{ area: id }}
        aria-current={id === shown ? 'page' : undefined}
        resetScroll={false}
      >
        {name} ({counts.get(id) ?? 0})
      </Link>
    ))
  const further = areas.filter(({ optional }) => optional)
  return (
    <div className="AreaTabs">
      <Tabs label="Practice areas">{links(areas.filter(({ optional }) => !optional))}</Tabs>
      {further.length > 0 && (
        <>
          <p>Further checklists, off unless your organisation turns them on:</p>
          <Tabs label="Further checklists">{links(further)}</Tabs>
        </>
      )}
    </div>
  )
}
