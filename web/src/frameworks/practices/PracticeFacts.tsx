import type { Practice } from '@plumbline/shared/frameworks/pack-practices.ts'
import { Fact, Facts } from '../Facts.tsx'
import type { Framework } from '../queries.ts'
import { ModelItems } from './ModelItems.tsx'
import { Needs } from './Needs.tsx'
import './PracticeFacts.css'

/** When a practice holds, what shows it, who is needed for it, and which open models ask for it. */
export function PracticeFacts({ practice, framework: { pack, index } }: { practice: Practice; framework: Framework }) {
  const { criteria, evidence, needs, models } = practice
  return (
    <div className="PracticeFacts">
      <Facts>
        <Fact label="It holds when">
          {criteria.length === 0 ? (
            'No criteria are set.'
          ) : (
            <ul>
              {criteria.map((criterion) => (
                <li key={criterion}>{criterion}</li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact label="Evidence">{evidence ?? 'None is described.'}</Fact>
        <Fact label="Skills it needs">
          <Needs needs={needs} index={index} />
        </Fact>
        <Fact label="Open models">
          <ModelItems items={models} models={pack.models} />
        </Fact>
      </Facts>
    </div>
  )
}
