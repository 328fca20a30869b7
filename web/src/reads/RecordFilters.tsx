import { purposes } from '@plumbline/shared/access/purpose.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.ts'
import { purposeWords } from '../shell/purpose-words.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Toolbar } from '../ui/Toolbar.tsx'
import type { RecordSearch } from './record-search.ts'

const route = getRouteApi(`/framed${paths.myRecord}`)
const options = [{ value: '', label: 'Any' }, ...purposes.map((value) => ({ value, label: purposeWords[value].name }))]

const given = (day: string): string | undefined => (day === '' ? undefined : day)

/** The purpose narrows at once; days are applied together. */
export function RecordFilters({ filter }: { filter: Omit<RecordSearch, 'after'> }) {
  const navigate = route.useNavigate()
  const [from, setFrom] = useState(filter.from ?? '')
  const [to, setTo] = useState(filter.to ?? '')
  const choose = (value: string): void =>
    void navigate({ search: { ...filter, purpose: purposes.find((one) => one === value) }, resetScroll: false })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ search: { ...filter, from: given(from), to: given(to) } })
      }}
    >
      <Toolbar label="Filter the record">
        <Select label="Purpose" value={filter.purpose ?? ''} options={options} onChange={choose} />
        <TextField label="From day (UTC)" type="date" value={from} onChange={setFrom} />
        <TextField label="To day (UTC)" type="date" value={to} onChange={setTo} />
        <Button type="submit">Apply</Button>
        {Object.values(filter).some((value) => value !== undefined) && <ButtonLink to={paths.myRecord}>Show all</ButtonLink>}
      </Toolbar>
    </form>
  )
}
