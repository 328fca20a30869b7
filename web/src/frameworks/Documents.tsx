import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Section } from '../ui/Section.tsx'

/** The documents that everything here was read from, each with what its author has at stake. */
export function Documents({ documents }: { documents: Pack['documents'] }) {
  return (
    <Section title="Documents" note="What the framework was read from, with what each author has at stake as far as the text shows.">
      <ol className="Documents">
        {documents.map(({ id, title, kind, author, date, interest }) => (
          <li key={id}>
            <cite>{title}</cite>
            <dl>
              <dt>Kind</dt>
              <dd>{kind}</dd>
              <dt>Author</dt>
              <dd>{author}</dd>
              <dt>Date</dt>
              <dd>{date}</dd>
              <dt>Interest</dt>
              <dd>{interest}</dd>
            </dl>
          </li>
        ))}
      </ol>
    </Section>
  )
}
