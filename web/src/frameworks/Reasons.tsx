import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Sources } from '../ui/Sources.tsx'
import { BasisTag } from './BasisTag.tsx'

/** Why an expectation stands, the strongest reason first. */
export function Reasons({ ids, pack }: { ids: readonly string[]; pack: Pick<Pack, 'reasons' | 'documents'> }) {
  const reasons = ids.flatMap((id) => pack.reasons.find((reason) => reason.id === id) ?? [])
  return (
    <ul className="Reasons">
      {reasons.map(({ id, basis, text, sources }) => (
        <li key={id}>
          <p>
            <BasisTag basis={basis} /> {text}
          </p>
          <Sources sources={sources} documents={pack.documents} />
        </li>
      ))}
    </ul>
  )
}
