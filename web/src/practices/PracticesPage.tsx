import { getRouteApi } from '@tanstack/react-router'
import { Loaded } from '../api/Loaded.tsx'
import { useFramework } from '../frameworks/queries.ts'
import { paths } from '../paths.ts'
import { useTeams } from '../teams/queries.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Checklist } from './Checklist.tsx'
import { useChecklist } from './queries.ts'
import { TeamPicker } from './TeamPicker.tsx'

const route = getRouteApi('/framed/practices/$teamId')

/** A team's checklists, one area at a time. */
export function PracticesPage() {
  const { teamId } = route.useParams()
  const { area } = route.useSearch()
  const navigate = route.useNavigate()
  const framework = useFramework()
  const checklist = useChecklist(teamId)
  const teams = useTeams().data?.teams ?? []
  const name = checklist.data?.team.name ?? teams.find(({ id }) => id === teamId)?.name
  const pick = (chosen: string) => void navigate({ to: paths.practices, params: { teamId: chosen }, search: { area } })
  return (
    <>
      <PageHeader
        title={name === undefined ? 'Practices' : `Practices of ${name}`}
        subtitle="For how many of its services the team holds each practice. Answers are saved at once."
        actions={teams.some(({ id }) => id === teamId) && <TeamPicker teams={teams} teamId={teamId} onPick={pick} />}
      />
      <Loaded of={framework}>
        {(pack) => (
          <Loaded of={checklist}>
            {(list) => <Checklist key={teamId} framework={pack} checklist={list} areaId={area} refetch={checklist.refetch} />}
          </Loaded>
        )}
      </Loaded>
    </>
  )
}
