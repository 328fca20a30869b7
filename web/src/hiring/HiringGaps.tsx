import type { Team } from '@plumbline/shared/teams/contract.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Loaded } from '../api/Loaded.tsx'
import type { Framework } from '../frameworks/queries.ts'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Section } from '../ui/Section.tsx'
import { DemandDialog } from './DemandDialog.tsx'
import { GapsView } from './GapsView.tsx'
import { MakeReport } from './MakeReport.tsx'
import { useHiringGaps, useReports } from './queries.ts'
import { Reports } from './Reports.tsx'
import { TeamChoice } from './TeamChoice.tsx'

const route = getRouteApi('/framed/hiring')

interface HiringGapsProps {
  /** At least one team. */
  tree: readonly { team: Team; depth: number }[]
  framework: Framework
}

/** The gaps of the chosen teams, their demand, and the reports made of them. */
export function HiringGaps({ tree, framework }: HiringGapsProps) {
  const { team: chosen = [] } = route.useSearch()
  const navigate = route.useNavigate()
  const [asking, setAsking] = useState(false)
  const gaps = useHiringGaps(chosen)
  const reports = useReports()
  const tops = tree.filter(({ depth }) => depth === 0).map(({ team }) => team.id)
  const choose = (teams: string[]) =>
    void navigate({ search: (now) => ({ ...now, team: teams.length === 0 ? undefined : teams }), resetScroll: false, replace: true })
  return (
    <>
      <PageHeader
        title="Hiring"
        subtitle="What is missing against what the roles expect and the teams need."
        actions={
          <>
            <Button onClick={() => setAsking(true)}>Edit demand</Button>
            <MakeReport teams={chosen.length === 0 ? tops : chosen} />
          </>
        }
      />
      <TeamChoice tree={tree} chosen={chosen} onChoose={choose} />
      <Loaded of={gaps}>{(gaps) => <GapsView gaps={gaps} framework={framework} />}</Loaded>
      <Section title="Reports" note="Each keeps the figures, names and sources of its day.">
        <Loaded of={reports}>{({ reports }) => <Reports reports={reports} />}</Loaded>
      </Section>
      {asking && <DemandDialog tree={tree} teamId={chosen[0] ?? tops[0] ?? ''} onClose={() => setAsking(false)} />}
    </>
  )
}
