import type { HiringReport } from '@plumbline/shared/hiring/contract.ts'
import { Section } from '../ui/Section.tsx'
import type { Note } from './report-notes.ts'

/** Where the expectations were read, numbered as the tables refer to them. */
export function ReportSources({ notes, documents }: { notes: readonly Note[]; documents: HiringReport['documents'] }) {
  if (notes.length === 0) return null
  const cited = documents.filter(({ id }) => notes.some(({ source }) => source.document === id))
  const titleOf = (id: string) => documents.find((document) => document.id === id)?.title ?? id
  return (
    <Section
      title="Sources"
      note="The documents print no levels: each level is the framework’s judgement. Basis says whether a document states the need, a roadmap that ends in the role teaches it, or the framework derives it."
    >
      <ol className="ReportSources">
        {notes.map(({ number, source: { document, section, printed } }) => (
          <li key={number} id={`source-${number}`}>
            <cite>{titleOf(document)}</cite>, {section}
            {printed !== undefined && <>: “{printed}”</>}
          </li>
        ))}
      </ol>
      <ul className="ReportSources-documents">
        {cited.map(({ id, title, author, date }) => (
          <li key={id}>
            <cite>{title}</cite>. Author: {author}. Date: {date}.
          </li>
        ))}
      </ul>
    </Section>
  )
}
