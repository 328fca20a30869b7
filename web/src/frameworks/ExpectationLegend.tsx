import { basisWords } from '@plumbline/shared/frameworks/words.ts'
import { useLevelNames } from '../ui/level-names.ts'
import { BasisTag } from './BasisTag.tsx'
import { bases } from './framework-words.ts'
import type { BasisCounts } from './role-sheet.ts'
import './ExpectationLegend.css'

/** What level and basis mean, with how often each basis occurs. */
export function ExpectationLegend({ counts }: { counts: BasisCounts }) {
  const scale = useLevelNames().map((name, level) => `${level} ${name}`)
  return (
    <div className="ExpectationLegend">
      <p>
        Levels: {scale.join(', ')}. The documents print none: each is the framework’s judgement of their words. The basis says where the
        need comes from.
      </p>
      <dl>
        {bases.map((one) => (
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
