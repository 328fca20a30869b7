import type { Roadmap } from '@plumbline/shared/frameworks/pack-learning.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Section } from '../../ui/Section.tsx'
import { WhereFrom } from '../WhereFrom.tsx'
import { durationWords } from './duration-words.ts'

/** How long the whole way takes: as printed, and as the printed times of the stages add up. */
export function Totals({ roadmap: { totals }, pack }: { roadmap: Roadmap; pack: Pack }) {
  const stated = totals.filter(({ basis }) => basis === 'stated')
  const computed = totals.filter(({ basis }) => basis === 'computed')
  if (totals.length === 0) {
    return (
      <Section title="How long it takes">
        <p>The document prints no time, so none is shown.</p>
      </Section>
    )
  }
  return (
    <Section
      title="How long it takes"
      note={
        stated.length > 0 && computed.length > 0
          ? 'What is printed and what the stages add up to are different figures. Neither is fitted to the other.'
          : undefined
      }
    >
      <div className="Totals">
        {[
          { title: 'As printed', entries: stated, none: 'No total is printed.' },
          { title: 'Added up from the stages', entries: computed, none: 'Nothing is added up.' },
        ].map(({ title, entries, none }) => (
          <div key={title}>
            <h3>{title}</h3>
            {entries.length === 0 && <p>{none}</p>}
            <ul>
              {entries.map(({ id, from, duration, sources }) => (
                <li key={id}>
                  <strong>{durationWords(duration)}</strong> <WhereFrom of={from} sources={sources} pack={pack} />
                  {duration.printed !== undefined && <q>{duration.printed}</q>}
                  <small>{from}</small>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  )
}
