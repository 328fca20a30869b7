import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'

interface RoleLinkProps {
  role: { id: string; name: string }
  /** At which its page opens; mid unless said otherwise. */
  seniority?: Seniority | null | undefined
}

/** A role by its name, leading to its page. */
export function RoleLink({ role: { id, name }, seniority }: RoleLinkProps) {
  return (
    <Link to={paths.frameworkRole} params={{ roleId: id }} search={{ seniority: seniority ?? undefined }}>
      {name}
    </Link>
  )
}
