import type { DraftEffect } from '@plumbline/shared/frameworks/contract.ts'
import { effectSentences } from './effect-words.ts'
import './EffectSummary.css'

/** The effect in sentences. `isOld`: the draft changed since, and the newer answer is on its way. */
export function EffectSummary({ effect, isOld }: { effect: DraftEffect; isOld: boolean }) {
  const sentences = effectSentences(effect)
  return (
    <div className="EffectSummary" aria-busy={isOld || undefined}>
      <p role="status">{isOld ? 'The draft changed: working its effect out anew …' : ''}</p>
      {sentences.length === 0 ? (
        <p>
          Nobody is asked anything else than now, and no rating or answer moves.{' '}
          {effect.people === 1 ? '1 person was' : `${effect.people} people were`} looked at.
        </p>
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
