import { nameIn } from '@plumbline/shared/levels/name-in.ts'
import type { PackIndex } from '@plumbline/shared/levels/pack-index.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { useState } from 'react'
import { Details } from '../ui/Details.tsx'
import { Tag } from '../ui/Tag.tsx'
import { AnswerInput, answerWords } from './AnswerInput.tsx'
import { AnswerStatus } from './AnswerStatus.tsx'
import { type PracticeLine, shortageWords } from './area-checklist.ts'
import { EvidenceForm } from './EvidenceForm.tsx'
import { EvidenceLink } from './EvidenceLink.tsx'
import { PracticeCriteria } from './PracticeCriteria.tsx'
import { PracticeSources } from './PracticeSources.tsx'
import { useAnswer } from './use-answer.ts'
import './PracticeRow.css'

interface PracticeRowProps {
  teamId: string
  line: PracticeLine
  framework: { pack: Pick<Pack, 'documents'>; index: PackIndex }
  readOnly: boolean
  refetch: () => void
}

/** One practice: what it says and when it holds, its answer, and on demand the evidence and where it comes from. */
export function PracticeRow({ teamId, line: { practice, stored, shortages }, framework, readOnly, refetch }: PracticeRowProps) {
  const [writing, setWriting] = useState(false)
  const answering = useAnswer({ teamId, practiceId: practice.id, stored, refetch })
  const nameId = `${practice.id}-name`
  return (
    <li className="PracticeRow" id={practice.id}>
      <div className="PracticeRow-text">
        <p id={nameId} className="PracticeRow-name">
          {practice.name}
        </p>
        <PracticeCriteria practice={practice} />
        {shortages.length > 0 && (
          <p className="PracticeRow-blocked">
            <Tag tone="danger">Blocked</Tag> Needs{' '}
            {shortages.map((shortage) => shortageWords(shortage, nameIn(framework.index.skillById, shortage.skill))).join('; and ')}.
          </p>
        )}
      </div>
      <div className="PracticeRow-answer">
        {readOnly ? (
          <StandingAnswer answer={answering.shown} />
        ) : (
          <AnswerInput labelledBy={nameId} value={answering.shown} onChange={answering.choose} />
        )}
        <AnswerStatus answering={answering} stored={stored} />
      </div>
      <div className="PracticeRow-more">
        {stored && <EvidenceLink stored={stored} />}
        {!readOnly && (
          <Details summary="Evidence and note" onToggle={setWriting}>
            {writing &&
              (stored ? (
                <EvidenceForm stored={stored} onSave={answering.saveText} />
              ) : (
                <p>Choose an answer first; then add what shows it.</p>
              ))}
          </Details>
        )}
        <Details summary={`Source: ${practice.status}`}>
          <PracticeSources practice={practice} documents={framework.pack.documents} />
        </Details>
        {stored && stored.note !== '' && <p className="PracticeRow-note">{stored.note}</p>}
      </div>
    </li>
  )
}

function StandingAnswer({ answer }: { answer: Parameters<typeof answerWords>[0] | null }) {
  if (answer === null) return <Tag>not answered</Tag>
  return <Tag tone={answer === 'most' || answer === 'all' ? 'ok' : answer === 'some' ? 'warn' : 'neutral'}>{answerWords(answer)}</Tag>
}
