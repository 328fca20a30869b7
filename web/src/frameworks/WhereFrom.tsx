import type { Source } from '@plumbline/shared/frameworks/pack-source.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { Popover } from '../ui/Popover.tsx'
import './WhereFrom.css'

interface WhereFromProps {
  /** What it is asked of, for those who do not see what the button stands beside. */
  of: string
  sources: readonly Source[]
  pack: Pick<Pack, 'documents'>
}

/** A button that says in how many places something was read, and opens them. Nothing is shown for no sources. */
export function WhereFrom({ of, sources, pack }: WhereFromProps) {
  if (sources.length === 0) return null
  const count = sources.length === 1 ? '1 source' : `${sources.length} sources`
  return (
    <Popover variant="quiet" className="WhereFrom" trigger={count} label={`${count} of ${of}`}>
      <Places sources={sources} pack={pack} />
    </Popover>
  )
}

/** Places in documents, each with what is printed there and what its author has at stake. */
export function Places({ sources, pack }: Pick<WhereFromProps, 'sources' | 'pack'>) {
  return (
    <ul className="Places">
      {sources.map(({ document, section, printed }) => {
        const found = pack.documents.find(({ id }) => id === document)
        return (
          <li key={`${document} ${section} ${printed ?? ''}`}>
            <Link to={paths.frameworkSource} params={{ documentId: document }}>
              {found?.title ?? document}
            </Link>
            , {section}
            {printed !== undefined && <q>{printed}</q>}
            {found !== undefined && (
              <small>
                {found.kind}. {found.interest}
              </small>
            )}
          </li>
        )
      })}
    </ul>
  )
}
