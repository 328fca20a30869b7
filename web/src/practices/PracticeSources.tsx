import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Practice } from '@plumbline/shared/frameworks/pack-practices.ts'
import { practiceStatusWords } from '@plumbline/shared/frameworks/words.ts'
import { Sources } from '../ui/Sources.tsx'

/** Where a practice comes from: its status in words, the places in the documents, the models that ask the same. */
export function PracticeSources({ practice, documents }: { practice: Practice; documents: Pack['documents'] }) {
  return (
    <>
      <p>{practiceStatusWords[practice.status]}</p>
      <Sources sources={practice.sources} documents={documents} />
      {practice.models.length > 0 && <p>Asked for by {practice.models.join(', ')}.</p>}
      {practice.automatable && <p>A machine can report it.</p>}
    </>
  )
}
