import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { useNavigate } from '@tanstack/react-router'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Entries } from '../Entry.tsx'
import { Facet } from '../Facet.tsx'
import { countsOf, facetOptions, knownValue } from '../facets.ts'
import { Filters } from '../Filters.tsx'
import { ContradictionEntry } from './ContradictionEntry.tsx'
import { contradictionTypeWords } from './type-words.ts'

const types = Object.entries(contradictionTypeWords).map(([value, label]) => ({ value, label }))

interface ContradictionsProps {
  pack: Pack
  /** As the address gives it. */
  type: string | undefined
  /** The one that the address names: it is shown whatever the filter says. */
  marked: string | undefined
}

/** The contradictions of one type, or all. */
export function Contradictions({ pack, type: wanted, marked }: ContradictionsProps) {
  const navigate = useNavigate()
  const all = pack.contradictions
  const counts = countsOf(all, (one) => [one.type])
  const type = knownValue(wanted, counts)
  const fitting = all.filter((one) => type === undefined || one.type === type)
  const shown = all.filter((one) => fitting.includes(one) || one.id === marked)
  return (
    <>
      <Filters fitting={fitting.length} all={all.length} of="contradictions">
        <Facet
          label="Type"
          value={type}
          options={facetOptions({ label: 'All types', count: all.length }, types, counts, type)}
          onChange={(chosen) => void navigate({ to: '.', search: { type: chosen }, resetScroll: false, replace: true })}
        />
      </Filters>
      {shown.length === 0 && <EmptyState title="The framework names no contradictions" />}
      <Entries>
        {shown.map((one) => (
          <ContradictionEntry key={one.id} contradiction={one} marked={one.id === marked} pack={pack} />
        ))}
      </Entries>
    </>
  )
}
