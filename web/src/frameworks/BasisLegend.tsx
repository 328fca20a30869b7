import { basis } from '@plumbline/shared/frameworks/pack.ts'
import { BasisTag } from './BasisTag.tsx'
import { basisWords } from './framework-words.ts'
import type { RoleSheet } from './role-sheet.ts'

/** What level, importance and basis mean, with how often each basis occurs. */
export function BasisLegend({ counts }: { counts: RoleSheet['byBasis'] }) {
  return (
    <div className="BasisLegend">
      <p>The documents print no levels: each level is the framework’s judgement of their words. The basis is that of the need.</p>
      <dl>
        {basis.options.map((one) => (
          <div key={one}>
            <dt>
              <BasisTag basis={one} /> {counts[one]}
            </dt>
            <dd>{basisWords[one]}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
