import { Link, getRouteApi } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { NoSuchEntry } from '../NoSuchEntry.tsx'
import type { Framework } from '../queries.ts'
import { CertificationView } from './CertificationView.tsx'

const route = getRouteApi('/framed/framework/certifications/$certificationId')

/** Everything that the framework knows of one certification. */
export function CertificationPage() {
  const { certificationId } = route.useParams()
  const found = ({ pack }: Framework) => pack.certifications.find(({ id }) => id === certificationId)
  return (
    <FrameworkSection title={(framework) => found(framework)?.name ?? 'No such certification'}>
      {(framework) => {
        const certification = found(framework)
        return certification === undefined ? (
          <NoSuchEntry
            kind="certification"
            id={certificationId}
            action={<Link to={paths.frameworkCertifications}>All certifications</Link>}
          />
        ) : (
          <CertificationView certification={certification} framework={framework} />
        )
      }}
    </FrameworkSection>
  )
}
