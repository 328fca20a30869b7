import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'

/** A role by its name, leading to its page. */
export function RoleLink({ role: { id, name } }: { role: { id: string; name: string } }) {
  return (
    <Link to={paths.frameworkRole} params={{ roleId: id }}>
      {name}
    </Link>
  )
}
