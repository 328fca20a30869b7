import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { BasisTag } from '../BasisTag.tsx'
import { WhereFrom } from '../WhereFrom.tsx'
import { CertificationLink } from './CertificationLink.tsx'
import type { Certification } from './effects.ts'

interface CertificationListProps {
  of: readonly { readonly certification: Certification; readonly basis?: Certification['roles'][number]['basis'] }[]
  /** What stands there where there are none. */
  none: string
  pack: Pack
}

/** Certifications one under another, each with where it was read, and how it hangs on what the list is about where that is known. */
export function CertificationList({ of, none, pack }: CertificationListProps) {
  if (of.length === 0) return none
  return (
    <ul className="FactList">
      {of.map(({ certification, basis }) => (
        <li key={certification.id}>
          <CertificationLink certification={certification} /> {basis !== undefined && <BasisTag basis={basis} />}{' '}
          <WhereFrom of={certification.name} sources={certification.sources} pack={pack} />
        </li>
      ))}
    </ul>
  )
}
