import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { BasisTag } from './BasisTag.tsx'
import { Places } from './WhereFrom.tsx'

/** Why an expectation stands, the strongest reason first, with the places that it was read in. */
export function Reasons({ ids, pack }: { ids: readonly string[]; pack: Pick<Pack, 'reasons' | 'documents'> }) {
  const reasons = ids.flatMap((id) => pack.reasons.find((reason) => reason.id === id) ?? [])
  return (
    <ul className="Reasons">
      {reasons.map(({ id, basis, text, sources }) => (
        <li key={id}>
          <p>
            <BasisTag basis={basis} /> {text}
          </p>
          <Places sources={sources} pack={pack} />
        </li>
      ))}
    </ul>
  )
}
