import type { EntryDifference } from '@plumbline/shared/frameworks/difference.ts'
import { Tag, type Tone } from '../../ui/Tag.tsx'
import { entryName, expectationWords } from './difference-words.ts'
import { useEditing } from './editing.ts'
import { hasHeirs, type ListName } from './entry-lists.ts'
import { FieldDifferences } from './FieldDifferences.tsx'
import type { NameOf } from './value-lines.ts'
import './DifferenceList.css'

const tones: Readonly<Record<EntryDifference['kind'], Tone>> = { added: 'ok', changed: 'accent', removed: 'warn' }

/** Entries of one list that are not the same, each with what became of it. */
export function DifferenceList({ differences, name }: { differences: readonly EntryDifference[]; name: NameOf }) {
  return (
    <ul className="DifferenceList">
      {differences.map((difference) => (
        <li key={difference.id}>
          <div>
            <Tag tone={tones[difference.kind]}>{difference.kind}</Tag> <strong>{entryName(difference, name)}</strong>{' '}
            <Fate difference={difference} name={name} />
          </div>
          <Fields difference={difference} name={name} />
        </li>
      ))}
    </ul>
  )
}

/** Of an expectation its two sides; of a removed entry who takes over. */
function Fate({ difference: { list, id, kind }, name }: { difference: EntryDifference; name: NameOf }) {
  const { pack, origin, carry } = useEditing()
  if (list === 'expectations') {
    const [before, now] = [expectationWords(origin, id), expectationWords(pack, id)]
    return before === now ? null : <span>{`${before ?? 'blank'} → ${now ?? 'blank'}`}</span>
  }
  if (kind !== 'removed' || !hasHeirs(list as ListName)) return null
  const heirs = carry[list as 'skills' | 'roles' | 'practices'][id] ?? []
  if (heirs.length === 0) return <span>dropped, nothing takes over</span>
  return <span>taken over by {heirs.map((heir) => name(list, heir)).join(' and ')}</span>
}

/** Level and importance of an expectation stand in its line already. */
function Fields({ difference, name }: { difference: EntryDifference; name: NameOf }) {
  const { pack, origin } = useEditing()
  const told = difference.list === 'expectations' ? ['level', 'importance'] : ['position']
  const fields = difference.fields.filter(({ field }) => !told.includes(field))
  return fields.length === 0 ? null : <FieldDifferences difference={{ ...difference, fields }} name={name} before={origin} after={pack} />
}
