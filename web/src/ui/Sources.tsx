import './Sources.css'

interface SourcesProps {
  /** Places in documents; `printed` is quoted as it stands there. */
  sources: readonly { document: string; section: string; printed?: string | undefined }[]
  documents: readonly { id: string; title: string }[]
}

/** Where something was read: the document, its section, and what is printed there. Nothing is shown for no sources. */
export function Sources({ sources, documents }: SourcesProps) {
  if (sources.length === 0) return null
  const titleOf = (id: string) => documents.find((document) => document.id === id)?.title ?? id
  return (
    <ul className="Sources">
      {sources.map(({ document, section, printed }) => (
        <li key={`${document} ${section} ${printed ?? ''}`}>
          <cite>{titleOf(document)}</cite>, {section}
          {printed !== undefined && <>: “{printed}”</>}
        </li>
      ))}
    </ul>
  )
}
