import type { Source } from '@plumbline/shared/frameworks/pack-source.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'

/** What is printed, quoted with its place, document by document, and what each document's author has at stake. */
export function PrintedPlaces({ sources, documents }: { sources: readonly Source[]; documents: Pack['documents'] }) {
  const byDocument = [...Map.groupBy(sources, ({ document }) => document)]
  return byDocument.map(([id, places]) => {
    const found = documents.find((document) => document.id === id)
    return (
      <div key={id} className="PrintedPlaces">
        <ul className="PrintedPlaces-quotes">
          {places.map(({ section, printed }) => (
            <li key={`${section} ${printed ?? ''}`}>
              {printed !== undefined && <q>{printed}</q>} <small>{section}</small>
            </li>
          ))}
        </ul>
        <p>
          <Link to={paths.frameworkSource} params={{ documentId: id }}>
            {found?.title ?? id}
          </Link>
          {found !== undefined && `: ${found.kind}. Interest: ${found.interest}.`}
        </p>
      </div>
    )
  })
}
