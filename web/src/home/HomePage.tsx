import { Loaded } from '../api/Loaded.tsx'
import { useMe } from '../organisations/queries.ts'
import { useTeams } from '../teams/queries.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { MyAssessment } from './MyAssessment.tsx'
import { MyTeams } from './MyTeams.tsx'
import { PeopleToDo } from './PeopleToDo.tsx'
import './HomePage.css'

/** What waits for me. */
export function HomePage() {
  const me = useMe()
  const teams = useTeams()
  return (
    <div className="HomePage">
      <PageHeader title="Home" subtitle={me.data?.organisation.name} />
      <Loaded of={me}>
        {(me) => (
          <>
            {me.person !== null && <MyAssessment person={me.person} />}
            <Loaded of={teams}>
              {({ teams }) => (
                <>
                  <MyTeams teams={teams} leads={me.leads} homeTeamId={me.person?.teamId ?? null} />
                  {me.role === 'admin' && <PeopleToDo teams={teams.length} />}
                  {me.person === null && me.role !== 'admin' && me.leads.length === 0 && (
                    <Notice kind="info">
                      Nothing waits for you here. The framework and the teams’ practices are open to you in the menu.
                    </Notice>
                  )}
                </>
              )}
            </Loaded>
          </>
        )}
      </Loaded>
    </div>
  )
}
