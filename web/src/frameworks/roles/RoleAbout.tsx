import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { useMe } from '../../organisations/queries.ts'
import { Tag } from '../../ui/Tag.tsx'
import { Fact, Facts } from '../Facts.tsx'
import { WhereFrom } from '../WhereFrom.tsx'
import { titleWords } from '../framework-words.ts'

/** How far the documents go for the title, and what else it is called. */
export function RoleAbout({ role, pack }: { role: Pack['roles'][number]; pack: Pack }) {
  const own = useMe().data?.person?.roleId === role.id
  const { tag, sentence } = titleWords[role.title]
  return (
    <Facts>
      <Fact label="Title">
        <Tag>{tag}</Tag> {own && <Tag tone="accent">my role</Tag>} {sentence}{' '}
        <WhereFrom of={role.name} sources={role.sources} pack={pack} />
      </Fact>
      {role.aliases.length > 0 && <Fact label="Also called">{role.aliases.join(', ')}</Fact>}
    </Facts>
  )
}
