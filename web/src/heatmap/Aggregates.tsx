import type { Actor } from '@plumbline/shared/access/actor.ts'
import { can } from '@plumbline/shared/access/can.ts'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Loaded } from '../api/Loaded.tsx'
import { useFramework } from '../frameworks/queries.ts'
import { paths } from '../paths.ts'
import { utcDayOf } from '../ui/dates.ts'
import { Details } from '../ui/Details.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Section } from '../ui/Section.tsx'
import { AggregatesTable } from './AggregatesTable.tsx'
import { mostRows, overviewRows } from './overview-rows.ts'
import { type AggregateTeam, useAggregates } from './queries.ts'
import './Aggregates.css'

const route = getRouteApi('/framed/organisation')

interface AggregatesProps {
  actor: Actor
  title?: string
}

/** The teams whose people one may not see, in numbers that are about five people at least. */
export function Aggregates({ actor, title = 'Teams and skills' }: AggregatesProps) {
  const aggregates = useAggregates()
  return (
    <Loaded of={aggregates}>
      {({ teams, countedOn }) => {
        const hidden = unseen(teams, actor)
        if (hidden.length === 0)
          return teams.length === 0 ? (
            <EmptyState title="No teams yet">
              Each team will stand here with all below it, once an admin has added teams and people.
            </EmptyState>
          ) : null
        return (
          <div className="Aggregates">
            <Section
              title={title}
              note={countedOn === null ? undefined : `Last counted on ${utcDayOf(countedOn)}. Ratings of people are not shown.`}
            >
              {countedOn === null ? (
                <EmptyState title="Not counted yet">The numbers are counted once a day, for the first time within a minute.</EmptyState>
              ) : (
                <Teams teams={hidden} />
              )}
            </Section>
          </div>
        )
      }}
    </Loaded>
  )
}

/** A team whose parent is out of this view stands at the top of it. */
function unseen(teams: readonly AggregateTeam[], actor: Actor): AggregateTeam[] {
  const hidden = teams.filter((team) => !can.viewHeatmap.allows(actor, team))
  const ids = new Set(hidden.map(({ id }) => id))
  return hidden.map((team) => ({ ...team, parentId: team.parentId !== null && ids.has(team.parentId) ? team.parentId : null }))
}

function Teams({ teams }: { teams: readonly AggregateTeam[] }) {
  const { top } = route.useSearch()
  const framework = useFramework()
  const topName = teams.find((team) => team.id === top)?.name
  return (
    <Loaded of={framework}>
      {({ pack }) => (
        <>
          {topName !== undefined && (
            <p className="TeamPage-back">
              Shows {topName} and the teams below it.{' '}
              <Link from={paths.organisation} to={paths.organisation} search={(now) => ({ ...now, top: undefined })}>
                Show all teams
              </Link>
            </p>
          )}
          <AggregatesTable rows={overviewRows(teams, top, mostRows)} categories={pack.categories} />
          <Details summary="Why some numbers are missing, rounded or old">
            <Reasons />
          </Details>
        </>
      )}
    </Loaded>
  )
}

function Reasons() {
  return (
    <ul className="Aggregates-reasons">
      <li>
        A number is about five people at least, and so is whatever is left when one number is taken from another. People in smaller teams
        count with the team above; where they are still too few, or two of them would make up half of it, nothing is shown.
      </li>
      <li>
        Shares are rounded to tens and stay away from none and all: “or less” and “or more” leave it open, so that no number says of anyone
        that they meet nothing, or everything.
      </li>
      <li>
        A number is counted anew at most every four weeks, and only when five people or more are counted differently than ever before. So
        what changed between two days is never about one person.
      </li>
      <li>Nothing is shown of a team in a category while less than half of what its people’s roles expect there is rated.</li>
      <li>The leads of a team and admins see its people and its numbers as they are today.</li>
    </ul>
  )
}
