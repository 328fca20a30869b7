import type { Practice } from '@plumbline/shared/frameworks/pack-practices.ts'

/** What has to hold for a service before the practice counts for it, and what would show that: to be read before answering. */
export function PracticeCriteria({ practice: { criteria, evidence } }: { practice: Pick<Practice, 'criteria' | 'evidence'> }) {
  if (criteria.length === 0 && evidence === undefined) return null
  return (
    <dl className="PracticeCriteria">
      {criteria.length > 0 && (
        <div>
          <dt>Holds when</dt>
          <dd>
            <ul>
              {criteria.map((criterion) => (
                <li key={criterion}>{criterion}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {evidence !== undefined && (
        <div>
          <dt>Shown by</dt>
          <dd>{evidence}</dd>
        </div>
      )}
    </dl>
  )
}
