import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Details } from '../ui/Details.tsx'
import { Section } from '../ui/Section.tsx'
import { Sources } from '../ui/Sources.tsx'
import { Tag } from '../ui/Tag.tsx'
import { titleWords } from './framework-words.ts'

/** What the role is, and how far the documents go for it. */
export function RoleSummary({ role, documents }: { role: Pack['roles'][number]; documents: Pack['documents'] }) {
  const { tag, sentence } = titleWords[role.title]
  return (
    <Section title={role.name}>
      <p>{role.summary}</p>
      <p className="RoleSummary-title">
        <Tag>{tag}</Tag> {sentence}
      </p>
      <Details summary="Where the role was read">
        <Sources sources={role.sources} documents={documents} />
      </Details>
    </Section>
  )
}
