import type { Contradiction } from '@plumbline/shared/frameworks/pack-market.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Tag } from '../../ui/Tag.tsx'
import { Entry } from '../Entry.tsx'
import { PrintedPlaces } from './PrintedPlaces.tsx'
import { contradictionTypeWords } from './type-words.ts'
import './ContradictionEntry.css'

interface ContradictionEntryProps {
  contradiction: Contradiction
  marked: boolean
  pack: Pack
}

/** The sides of one contradiction beside each other, each with what is printed, and what this product does about it. */
export function ContradictionEntry({ contradiction: { id, topic, type, positions, shown }, marked, pack }: ContradictionEntryProps) {
  return (
    <Entry id={id} marked={marked}>
      <h2>
        <Link to={paths.frameworkContradiction} params={{ contradictionId: id }} search resetScroll={false}>
          {topic}
        </Link>{' '}
        <Tag>{contradictionTypeWords[type]}</Tag>
      </h2>
      <ul className="Positions">
        {positions.map(({ text, sources }) => (
          <li key={text}>
            <p>{text}</p>
            <PrintedPlaces sources={sources} documents={pack.documents} />
          </li>
        ))}
      </ul>
      <p className="Positions-shown">
        <strong>What Plumbline does:</strong> {shown}
      </p>
    </Entry>
  )
}
