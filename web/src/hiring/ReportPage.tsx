import { exportReportRoute } from '@plumbline/shared/hiring/contract.ts'
import { pathOf } from '@plumbline/shared/http/route.ts'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Loaded } from '../api/Loaded.tsx'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useReport } from './queries.ts'
import { Report } from './Report.tsx'
import { utcDayOf } from '../ui/dates.ts'

const route = getRouteApi('/framed/hiring/reports/$reportId')

/** One report, to read, to print and to take along. */
export function ReportPage() {
  const { reportId } = route.useParams()
  const report = useReport(reportId)
  return (
    <>
      {report.data === undefined && <PageHeader title="Hiring report" />}
      <Loaded of={report}>
        {(report) => (
          <article className="ReportPage">
            <PageHeader
              title={`Hiring gaps of ${utcDayOf(report.day)}`}
              subtitle={report.organisation}
              trail={
                <span className="no-print">
                  <Link to={paths.hiring}>Hiring</Link>
                </span>
              }
              actions={
                <>
                  <a
                    className="Button"
                    data-variant="secondary"
                    href={pathOf(exportReportRoute, { reportId })}
                    download={`plumbline-hiring-${report.day}.csv`}
                  >
                    Download CSV
                  </a>
                  <Button variant="primary" onClick={() => window.print()}>
                    Print
                  </Button>
                </>
              }
            />
            <Report report={report} />
          </article>
        )}
      </Loaded>
    </>
  )
}
