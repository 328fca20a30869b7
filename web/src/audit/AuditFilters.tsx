import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Toolbar } from '../ui/Toolbar.tsx'
import type { AuditSearch } from './audit-search.ts'

const route = getRouteApi(`/framed${paths.audit}`)
const typed = ['search', 'action', 'from', 'to'] as const

/** The filters that are typed. Applied together, so that half a word is not looked for in a long trail. */
export function AuditFilters({ filter }: { filter: Omit<AuditSearch, 'after'> }) {
  const navigate = route.useNavigate()
  const [values, setValues] = useState({
    search: filter.search ?? '',
    action: filter.action ?? '',
    from: filter.from ?? '',
    to: filter.to ?? '',
  })
  const field = (name: (typeof typed)[number]) => ({
    value: values[name],
    onChange: (value: string) => setValues((now) => ({ ...now, [name]: value })),
  })
  const apply = (): void => {
    const given = Object.fromEntries(typed.map((name) => [name, values[name].trim() === '' ? undefined : values[name].trim()]))
    void navigate({ search: { person: filter.person, subject: filter.subject, ...given } })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <Toolbar label="Filter the audit trail">
        <TextField label="Search" type="search" placeholder="In action or subject" maxLength={120} {...field('search')} />
        <TextField label="Action begins with" placeholder="team." maxLength={60} {...field('action')} />
        <TextField label="From day (UTC)" type="date" {...field('from')} />
        <TextField label="To day (UTC)" type="date" {...field('to')} />
        <Button type="submit">Apply</Button>
        {Object.values(filter).some((value) => value !== undefined) && <ButtonLink to={paths.audit}>Show all</ButtonLink>}
      </Toolbar>
    </form>
  )
}
