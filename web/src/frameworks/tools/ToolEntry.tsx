import type { Tool } from '@plumbline/shared/frameworks/pack-skills.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Tag } from '../../ui/Tag.tsx'
import { Entry } from '../Entry.tsx'
import { LinkList } from '../LinkList.tsx'
import type { Framework } from '../queries.ts'
import { SkillLink } from '../SkillLink.tsx'
import { WhereFrom } from '../WhereFrom.tsx'

interface ToolEntryProps extends Framework {
  tool: Tool
  marked: boolean
}

/** One tool: what the documents take it for, what it does, and the skills that work with it is evidence for. */
export function ToolEntry({ tool: { id, name, aliases, kinds, summary, skills, sources }, marked, pack, index }: ToolEntryProps) {
  const evidenced = skills.flatMap((skill) => index.skillById.get(skill) ?? [])
  return (
    <Entry id={id} marked={marked}>
      <h3>
        <Link to={paths.frameworkTool} params={{ toolId: id }} search resetScroll={false}>
          {name}
        </Link>
      </h3>
      <p>{summary}</p>
      <div className="Entry-meta">
        {kinds.map((kind) => (
          <Tag key={kind}>{kind}</Tag>
        ))}
        {aliases.length > 0 && <span>Also: {aliases.join(', ')}</span>}
        <span>
          Evidence for:{' '}
          <LinkList of={evidenced} none="no skill">
            {(skill) => <SkillLink skill={skill} />}
          </LinkList>
        </span>
        <WhereFrom of={name} sources={sources} pack={pack} />
      </div>
    </Entry>
  )
}
