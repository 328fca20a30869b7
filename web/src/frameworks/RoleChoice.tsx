import { type Pack, type Seniority, seniority as seniorities } from '@plumbline/shared/frameworks/pack.ts'
import { getRouteApi } from '@tanstack/react-router'
import { Select } from '../ui/Select.tsx'
import { Toolbar } from '../ui/Toolbar.tsx'

const route = getRouteApi('/framed/framework')

interface RoleChoiceProps {
  roles: Pack['roles']
  role: Pack['roles'][number]
  seniority: Seniority
}

/** Which role is looked at, and at which seniority. */
export function RoleChoice({ roles, role, seniority }: RoleChoiceProps) {
  const navigate = route.useNavigate()
  return (
    <div className="RoleChoice">
      <Toolbar label="Role and seniority">
        <Select
          label="Role"
          value={role.id}
          onChange={(chosen) => void navigate({ search: (now) => ({ ...now, role: chosen }), resetScroll: false })}
          options={roles.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          label="Seniority"
          value={seniority}
          disabled={!role.seniorityApplies}
          onChange={(chosen) => void navigate({ search: (now) => ({ ...now, seniority: chosen }), resetScroll: false })}
          options={seniorities.options.map((value) => ({ value, label: value }))}
        />
      </Toolbar>
    </div>
  )
}
