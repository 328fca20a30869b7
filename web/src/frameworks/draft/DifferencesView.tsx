import { useMemo } from 'react'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { Stat, Stats } from '../../ui/Stat.tsx'
import { DifferenceList } from './DifferenceList.tsx'
import { countsOf, grouped, namesIn } from './difference-words.ts'
import { useEditing } from './editing.ts'

const kinds = ['added', 'changed', 'removed'] as const

/** What differs between the draft and the version it was made from, entry by entry. */
export function DifferencesView() {
  const { pack, origin, differences } = useEditing()
  const name = useMemo(() => namesIn(origin, pack), [origin, pack])
  if (differences.length === 0)
    return <EmptyState title="No difference">The draft is as version {origin.version} was when it was copied.</EmptyState>
  const all = countsOf(differences)
  return (
    <>
      <Stats>
        <Stat label="Added" value={all.added} />
        <Stat label="Changed" value={all.changed} />
        <Stat label="Removed" value={all.removed} />
      </Stats>
      {grouped(differences).map(({ list, title, count, differences }) => (
        <Section
          key={list}
          title={title}
          note={kinds
            .filter((kind) => count[kind] > 0)
            .map((kind) => `${count[kind]} ${kind}`)
            .join(', ')}
        >
          <DifferenceList differences={differences} name={name} />
        </Section>
      ))}
    </>
  )
}
