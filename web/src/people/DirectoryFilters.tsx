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

/** Search and team, kept in the address. A changed filter begins with the first page. */
export function DirectoryFilters() {
  const { search = '', team = '' } = route.useSearch()
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
      void navigate({ search: (now) => ({ team: now.team, search: next === '' ? undefined : next }), replace: true })
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
      />
    </Toolbar>
  )
}
