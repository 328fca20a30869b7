import { can } from '@plumbline/shared/access/can.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Loaded } from '../api/Loaded.tsx'
import { actorOf } from '../identity/queries.ts'
import { useMe, useOrganisation } from '../organisations/queries.ts'
import { Details } from '../ui/Details.tsx'
import { AreaChoice } from './AreaChoice.tsx'
import { ChecklistsForm } from './ChecklistsForm.tsx'
import './FurtherChecklists.css'

/** The optional areas of the framework: which of them all teams are asked about. Admins choose; others see the choice, and why it is not theirs. */
export function FurtherChecklists({ pack }: { pack: Pick<Pack, 'areas' | 'practices'> }) {
  const me = useMe().data
  const organisation = useOrganisation()
  const areas = pack.areas
    .filter(({ optional }) => optional)
    .map((area) => ({ ...area, practices: pack.practices.filter((practice) => practice.area === area.id).length }))
  if (areas.length === 0 || me === undefined) return null
  const { practiceAreas } = me.organisation
  const on = areas.filter(({ id }) => practiceAreas.includes(id))
  return (
    <div className="FurtherChecklists">
      <Details summary={`Further checklists: ${on.length} of ${areas.length} turned on`}>
        <p>All teams are asked about an area, and it counts in maturity and overviews, only while the organisation has it turned on.</p>
        {can.manageOrganisation.allows(actorOf(me)) ? (
          <Loaded of={organisation}>{(now) => <ChecklistsForm areas={areas} now={now} readAgain={organisation.readAgain} />}</Loaded>
        ) : (
          <>
            <p>{can.manageOrganisation.reason}</p>
            <AreaChoice areas={areas} chosen={practiceAreas} />
          </>
        )}
      </Details>
    </div>
  )
}
