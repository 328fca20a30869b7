import type { Practice } from '@plumbline/shared/frameworks/pack-practices.ts'
import { practiceStatusWords } from '@plumbline/shared/frameworks/words.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Details } from '../../ui/Details.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { Entry } from '../Entry.tsx'
import type { Framework } from '../queries.ts'
import { WhereFrom } from '../WhereFrom.tsx'
import { PracticeFacts } from './PracticeFacts.tsx'
import { StatusTag } from './StatusTag.tsx'

/** One practice in the list of its area; what it asks for in detail is one step away. */
export function PracticeEntry({ practice, framework }: { practice: Practice; framework: Framework }) {
  const { id, name, status, automatable, sources } = practice
  return (
    <Entry id={id} marked={false}>
      <h3>
        <Link to={paths.frameworkPractice} params={{ practiceId: id }}>
          {name}
        </Link>
      </h3>
      <div className="Entry-meta">
        <span>
          <StatusTag status={status} /> {practiceStatusWords[status]}
        </span>
        {automatable && <Tag>a machine can report it</Tag>}
        <WhereFrom of={name} sources={sources} pack={framework.pack} />
      </div>
      <Details summary="Criteria, evidence and skills">
        <PracticeFacts practice={practice} framework={framework} />
      </Details>
    </Entry>
  )
}
