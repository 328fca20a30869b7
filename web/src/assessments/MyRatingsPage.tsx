import { listLeadRatingsRoute } from '@plumbline/shared/assessments/contract.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import { useState } from 'react'
import { Loaded } from '../api/Loaded.tsx'
import { useRoute } from '../api/query.ts'
import { useMe } from '../organisations/queries.ts'
import { Button } from '../ui/Button.tsx'
import { Details } from '../ui/Details.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LevelCell } from '../ui/LevelCell.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table } from '../ui/Table.tsx'
import { dayOf } from '../ui/dates.ts'
import { ReplyDialog } from './ReplyDialog.tsx'
import './MyRatingsPage.css'

type Rated = OkOf<typeof listLeadRatingsRoute>['skills'][number]
type LeadRating = Rated['ratings'][number]

/** All that leads rated of me, with their notes, beside my own levels and what I say to it. */
export function MyRatingsPage() {
  const me = useMe().data
  return (
    <>
      <PageHeader
        title="What leads rated of me"
        subtitle="Every rating and note of a lead, beside your own level. You can answer in your own words; both stand, and whoever sees the rating sees your answer."
      />
      {me?.person === null ? (
        <EmptyState title="Your account stands for nobody">Only people who are assessed have ratings.</EmptyState>
      ) : (
        me !== undefined && <MyRatings personId={me.person.id} />
      )}
    </>
  )
}

function MyRatings({ personId }: { personId: string }) {
  const read = useRoute(listLeadRatingsRoute, { params: { personId } })
  const [answering, setAnswering] = useState<Rated | null>(null)
  return (
    <Loaded of={read}>
      {({ skills }) => (
        <>
          {skills.length === 0 ? (
            <EmptyState title="No lead has rated you yet">Your own ratings count until then.</EmptyState>
          ) : (
            <RatingsTable skills={skills} onAnswer={setAnswering} />
          )}
          {answering !== null && <ReplyDialog personId={personId} rated={answering} onClose={() => setAnswering(null)} />}
        </>
      )}
    </Loaded>
  )
}

const ownLevel = ({ self }: Rated) => <LevelCell level={self} />
const leadLevel = ({ ratings: [newest] }: Rated) => <LevelCell level={newest?.level ?? null} />
const replyOf = ({ ratings }: Rated) => ratings[0]?.reply ?? null
const replyText = (rated: Rated) => <Reply reply={replyOf(rated)} />
const notesOf = ({ ratings }: Rated) => <Notes ratings={ratings} />

function RatingsTable({ skills, onAnswer }: { skills: readonly Rated[]; onAnswer: (rated: Rated) => void }) {
  const answer = (rated: Rated) => <Answer {...{ rated, onAnswer }} />
  return (
    <Table
      caption="Ratings of me by leads"
      captionHidden
      rows={skills}
      rowKey={({ skillId }) => skillId}
      columns={[
        { key: 'skill', head: 'Skill', rowHead: true, cell: ({ name }) => name },
        // Beside the name, so that it is in sight on a narrow screen.
        { key: 'answer', head: 'Controls', cell: answer },
        { key: 'self', head: 'My level', cell: ownLevel },
        { key: 'lead', head: 'Lead’s level', cell: leadLevel },
        { key: 'note', head: 'Note, by and when', cell: notesOf },
        { key: 'reply', head: 'What I say to it', cell: replyText },
      ]}
    />
  )
}

const givenBy = ({ by, ratedAt }: LeadRating): string => `${by ?? 'someone who is not here any more'}, ${dayOf(ratedAt)}`

function Notes({ ratings: [newest, ...earlier] }: { ratings: readonly LeadRating[] }) {
  if (newest === undefined) return null
  return (
    <div className="MyRatings-notes">
      {newest.note !== '' && <q>{newest.note}</q>}
      <small>{givenBy(newest)}</small>
      {earlier.length > 0 && (
        <Details summary={earlier.length === 1 ? '1 earlier rating' : `${earlier.length} earlier ratings`}>
          <ul>
            {earlier.map((rating) => (
              <li key={rating.id}>
                <LevelCell level={rating.level} /> {rating.note !== '' && <q>{rating.note}</q>} <small>{givenBy(rating)}</small>
                {rating.reply !== null && (
                  <p>
                    I said: <q>{rating.reply.text}</q>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  )
}

function Reply({ reply }: { reply: LeadRating['reply'] }) {
  if (reply === null) return <>–</>
  return (
    <div className="MyRatings-notes">
      <q>{reply.text}</q>
      <small>{dayOf(reply.at)}</small>
    </div>
  )
}

function Answer({ rated, onAnswer }: { rated: Rated; onAnswer: (rated: Rated) => void }) {
  const words = replyOf(rated) === null ? 'Answer' : 'Answer anew'
  return (
    <Button aria-label={`${words}: ${rated.name}`} onClick={() => onAnswer(rated)}>
      {words}
    </Button>
  )
}
