import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { useNavigate } from '@tanstack/react-router'
import { Facet } from '../Facet.tsx'
import { facetOptions } from '../facets.ts'
import { Filters } from '../Filters.tsx'
import { claimKindWords, claimTopicWords } from '../framework-words.ts'
import { type ClaimFilter, claimCounts } from './claim-filter.ts'

const choices = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))
const topics = choices(claimTopicWords)
const kinds = choices(claimKindWords)

/** Narrows the claims down by topic, kind and document; each choice says how many claims it would show. */
export function ClaimFilters({ pack, filter, shown }: { pack: Pack; filter: ClaimFilter; shown: number }) {
  const navigate = useNavigate()
  const counts = claimCounts(pack.claims, filter)
  const documents = pack.documents.map(({ id, title }) => ({ value: id, label: title }))
  const facet = (label: string, name: keyof ClaimFilter, all: string, values: typeof topics) => (
    <Facet
      label={label}
      value={filter[name]}
      options={facetOptions({ label: all, count: counts[name].all }, values, counts[name].by, filter[name])}
      onChange={(value) => void navigate({ to: '.', search: { ...filter, [name]: value }, resetScroll: false, replace: true })}
    />
  )
  return (
    <Filters fitting={shown} all={pack.claims.length} of="claims">
      {facet('Topic', 'topic', 'All topics', topics)}
      {facet('Kind of claim', 'kind', 'All kinds', kinds)}
      {facet('Document', 'document', 'All documents', documents)}
    </Filters>
  )
}
