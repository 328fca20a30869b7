import { basis } from '@plumbline/shared/frameworks/pack.ts'
import { levelNames } from '@plumbline/shared/levels/level.ts'
import { BasisTag } from './BasisTag.tsx'
import { basisWords } from './framework-words.ts'
import type { RoleSheet } from './role-sheet.ts'

const scale = levelNames.map((name, level) => `${level} ${name}`).join(', ')

/** What level and basis mean, with how often each basis occurs. */
export function ExpectationLegend({ counts }: { counts: RoleSheet['byBasis'] }) {
  return (
    <div className="ExpectationLegend">
      <p>
        Levels: {scale}. The documents print none: each is the framework’s judgement of their words. The basis says where the need comes
        from.
      </p>
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
