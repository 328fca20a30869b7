import { nameIn } from '@plumbline/shared/levels/name-in.ts'
import { getRouteApi } from '@tanstack/react-router'
import type { Framework } from '../frameworks/queries.ts'
import { Details } from '../ui/Details.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Section } from '../ui/Section.tsx'
import type { Sort } from '../ui/SortButton.tsx'
import { Stat, Stats } from '../ui/Stat.tsx'
import { hiringSearch } from './hiring-search.ts'
import type { Gaps } from './queries.ts'
import { RoleGaps } from './RoleGaps.tsx'
import { Rule } from './Rule.tsx'
import { inOrder } from './skill-order.ts'
import { SkillGaps } from './SkillGaps.tsx'
import './GapsView.css'

const route = getRouteApi('/framed/hiring')

/** What is missing per role and per skill, and the rule it was counted by. */
export function GapsView({ gaps, framework: { index } }: { gaps: Gaps; framework: Framework }) {
  const { by, order = 'descending' } = route.useSearch()
  const navigate = route.useNavigate()
  const skillName = (id: string) => nameIn(index.skillById, id)
  const roleName = (id: string) => nameIn(index.roleById, id)
  const onSort = (sort: Sort) =>
    void navigate({
      search: (now) => ({ ...now, ...hiringSearch.pick({ by: true, order: true }).parse(sort) }),
      resetScroll: false,
      replace: true,
    })
  const unfilled = gaps.roles.reduce((sum, role) => sum + role.unfilled, 0)
  const musts = gaps.skills.filter(({ mustMissing }) => mustMissing > 0).length
  if (gaps.roles.length === 0)
    return (
      <EmptyState title="Nothing to count yet">
        In these teams nobody has a role and no demand is set. Give people a role, or say what the teams need.
      </EmptyState>
    )
  return (
    <>
      <div className="GapsView-head">
        <Stats>
          <Stat
            label="People counted"
            value={gaps.people}
            note={`in ${gaps.roles.length === 1 ? '1 role' : `${gaps.roles.length} roles`}`}
          />
          <Stat label="Positions unfilled" value={unfilled} note="demanded, and nobody there" tone={unfilled > 0 ? 'warn' : 'neutral'} />
          <Stat label="Skills with somebody missing" value={gaps.skills.length} note={`${musts} of them where they are a must`} />
          <Stat label="Skills covered" value={gaps.covered} note="everybody who should, does" />
        </Stats>
        <Details summary="How this is counted">
          <Rule sentences={gaps.rule} />
        </Details>
      </div>
      <Section title="By role">
        <RoleGaps roles={gaps.roles} skillName={skillName} roleName={roleName} />
      </Section>
      <Section title="By skill" note="Over all roles. Musts come first unless you choose another order.">
        <SkillGaps
          skills={inOrder(gaps.skills, skillName, by, order)}
          skillName={skillName}
          roleName={roleName}
          sort={by && { by, order }}
          onSort={onSort}
        />
      </Section>
    </>
  )
}
