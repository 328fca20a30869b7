import type { Skill } from '@plumbline/shared/frameworks/pack-skills.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { basisWords } from '@plumbline/shared/frameworks/words.ts'
import { Loaded } from '../api/Loaded.tsx'
import { LevelCell } from '../ui/LevelCell.tsx'
import { useLevelNames } from '../ui/level-names.ts'
import { Sources } from '../ui/Sources.tsx'
import { Tag } from '../ui/Tag.tsx'
import { LeadRating } from './LeadRating.tsx'
import { type Explanation, useExplanation } from './queries.ts'
import './Explanation.css'
import { dayOf } from '../ui/dates.ts'

interface CellExplanationProps {
  person: { id: string; teamId: string }
  skill: Pick<Skill, 'id' | 'descriptors'>
  documents: Pack['documents']
}

const kindNames = { self: 'Own', lead: 'Lead', agreed: 'Agreed' } as const

/** Explains one number: how it came about, why it is expected, and who rated it when. Fetched when it is opened. */
export function CellExplanation({ person, skill, documents }: CellExplanationProps) {
  const names = useLevelNames()
  const read = useExplanation(person.id, skill.id)
  return (
    <Loaded of={read}>
      {({ expected, current, ratings, sentences }) => (
        <div className="Explanation">
          <ol className="Explanation-sentences">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
          <h3>Ratings</h3>
          <Ratings ratings={ratings} counting={current?.kind ?? null} />
          <LeadRating person={person} skill={skill} expected={expected?.level} />
          {expected !== null && (
            <>
              <h3>Why it is expected</h3>
              <p className="Explanation-basis">
                {expected.level} {names[expected.level]}, {expected.importance}, {expected.basis}: {basisWords[expected.basis]}.
              </p>
              {expected.reasons.map((reason) => (
                <div key={reason.text} className="Explanation-reason">
                  <p>{reason.text}</p>
                  <Sources sources={reason.sources} documents={documents} />
                </div>
              ))}
            </>
          )}
        </div>
      )}
    </Loaded>
  )
}

function Ratings({ ratings, counting }: Pick<Explanation, 'ratings'> & { counting: string | null }) {
  if (ratings.length === 0) return <p>Nobody has rated this yet.</p>
  return (
    <ul className="Explanation-ratings">
      {ratings.map(({ kind, level, note, ratedAt, by, reply }) => (
        <li key={kind}>
          <LevelCell level={level} />
          <span>
            {kindNames[kind]}
            {level === null && ': not sure'} <small>{`${by === null ? '' : `${by}, `}${dayOf(ratedAt)}`}</small>
            {note !== '' && <q>{note}</q>}
            {reply !== null && (
              <>
                <small>{`The person says to it, ${dayOf(reply.at)}`}</small>
                <q>{reply.text}</q>
              </>
            )}
          </span>
          {kind === counting && <Tag tone="accent">counts</Tag>}
        </li>
      ))}
    </ul>
  )
}
