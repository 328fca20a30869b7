import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'

/** A certification by its name, leading to its page. */
export function CertificationLink({ certification: { id, name } }: { certification: { id: string; name: string } }) {
  return (
    <Link to={paths.frameworkCertification} params={{ certificationId: id }}>
      {name}
    </Link>
  )
}
