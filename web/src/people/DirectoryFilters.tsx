import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { paths } from '../paths.ts'
import { useTeams } from '../teams/queries.ts'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Toolbar } from '../ui/Toolbar.tsx'
import { teamOptions } from './team-options.ts'

const route = getRouteApi(`/framed${paths.people}`)

/** Milliseconds of rest in typing after which the list is asked for. */
const pause = 250

/** Search, team, and for admins who left, kept in the address. A changed filter begins with the first page. */
export function DirectoryFilters({ mayManage }: { mayManage: boolean }) {
  const { search = '', team = '', left } = route.useSearch()
  const navigate = route.useNavigate()
  const teams = useTeams()
  const [typed, setTyped] = useState({ text: search, of: search })
  // The address may change by itself, by the back button or a link: then it says what stands in the field.
  const text = typed.of === search ? typed.text : search

  useEffect(() => {
    const next = text.trim()
    if (next === search) return undefined
    const timer = setTimeout(() => {
      setTyped({ text, of: next })
      void navigate({ search: (now) => ({ team: now.team, left: now.left, search: next === '' ? undefined : next }), replace: true })
    }, pause)
    return () => clearTimeout(timer)
  }, [text, search, navigate])

  return (
    <Toolbar label="Filter people">
      <TextField
        label="Search"
        labelHidden
        type="search"
        placeholder="Name or e-mail"
        maxLength={120}
        value={text}
        onChange={(value) => setTyped({ text: value, of: search })}
      />
      <Select
        label="Team"
        labelHidden
        value={team}
        onChange={(value) => void navigate({ search: (now) => ({ search: now.search, team: value === '' ? undefined : value }) })}
        options={teamOptions(teams.data?.teams ?? [], 'All teams')}
        disabled={left === true}
      />
      {mayManage && (
        <Select
          label="Who"
          labelHidden
          value={left === true ? 'left' : 'here'}
          onChange={(value) => void navigate({ search: (now) => ({ search: now.search, left: value === 'left' ? true : undefined }) })}
          options={[
            { value: 'here', label: 'Here' },
            { value: 'left', label: 'Left' },
          ]}
        />
      )}
    </Toolbar>
  )
}
