import type { HiringReport } from '@plumbline/shared/hiring/contract.ts'
import { utcDayOf } from '../ui/dates.ts'

/** What the report is about: day, scope, framework, and who made it. */
export function ReportAbout({ report }: { report: HiringReport }) {
  const chosen = new Set(report.teams.map(({ id }) => id))
  const below = report.counted.filter(({ id }) => !chosen.has(id)).map(({ name }) => name)
  const unfilled = report.gaps.roles.reduce((sum, role) => sum + role.unfilled, 0)
  return (
    <dl className="ReportAbout">
      <dt>Day</dt>
      <dd>{utcDayOf(report.day)} (UTC)</dd>
      <dt>Teams</dt>
      <dd>{report.teams.map(({ name }) => name).join(', ')}</dd>
      {below.length > 0 && (
        <>
          <dt>With those below them</dt>
          <dd>{below.join(', ')}</dd>
        </>
      )}
      <dt>People counted</dt>
      <dd>
        {report.people}; {unfilled} demanded {unfilled === 1 ? 'position is' : 'positions are'} unfilled
      </dd>
      <dt>Framework</dt>
      <dd>Version {report.frameworkVersion}</dd>
      <dt>Made by</dt>
      <dd>{report.createdBy ?? 'somebody who has left'}</dd>
    </dl>
  )
}
