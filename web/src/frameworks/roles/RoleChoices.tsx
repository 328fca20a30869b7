import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { getRouteApi } from '@tanstack/react-router'
import { Select } from '../../ui/Select.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { SeniorityChoice } from '../SeniorityChoice.tsx'
import './RoleChoices.css'

const route = getRouteApi('/framed/framework/roles/$roleId')

interface RoleChoicesProps {
  pack: Pack
  role: Pack['roles'][number]
  seniority: Seniority
  compared: string | undefined
}

/** At which seniority, and beside which other role. */
export function RoleChoices({ pack, role, seniority, compared }: RoleChoicesProps) {
  const navigate = route.useNavigate()
  const others = pack.roles.filter(({ id }) => id !== role.id)
  return (
    <div className="RoleChoices">
      <Toolbar label="How the role is shown">
        <SeniorityChoice
          value={seniority}
          disabled={!role.seniorityApplies}
          onChange={(chosen) => void navigate({ search: (now) => ({ ...now, seniority: chosen }), resetScroll: false })}
        />
        <Select
          label="Compare with"
          value={compared ?? ''}
          options={[{ value: '', label: 'no other role' }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(chosen) =>
            void navigate({ search: (now) => ({ ...now, with: chosen === '' ? undefined : chosen }), resetScroll: false })
          }
        />
      </Toolbar>
    </div>
  )
}
