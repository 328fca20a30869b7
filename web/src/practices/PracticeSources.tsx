import type { Pack, Practice } from '@plumbline/shared/frameworks/pack.ts'
import { statusWords } from './area-checklist.ts'

/** Where a practice comes from: its status in words, the places in the documents, the models that ask the same. */
export function PracticeSources({ practice, documents }: { practice: Practice; documents: Pack['documents'] }) {
  const titleOf = (id: string) => documents.find((document) => document.id === id)?.title ?? id
  return (
    <div className="PracticeSources">
      <p>{statusWords[practice.status]}</p>
      {practice.sources.length > 0 && (
        <ul>
          {practice.sources.map(({ document, section, printed }) => (
            <li key={`${document} ${section} ${printed ?? ''}`}>
              <cite>{titleOf(document)}</cite>, {section}
              {printed !== undefined && <>: “{printed}”</>}
            </li>
          ))}
        </ul>
      )}
      {practice.models.length > 0 && <p>Asked for by {practice.models.join(', ')}.</p>}
      {practice.automatable && <p>A machine can report it.</p>}
    </div>
  )
}
