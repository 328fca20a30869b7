import { heirsOf } from '../frameworks/carry.ts'

interface Places {
  /** Whether the framework that is measured with now has a skill of this id. */
  readonly has: (id: string) => boolean
}
type Carries = readonly Readonly<Record<string, readonly string[]>>[]

/**
 * The skills in whose place an answer to this one counts today: itself while it is there, else what took it over in one of the versions, oldest
 * first; none where nothing did. An id that was given up and used again may have been taken over more than once: the first way that leads to a
 * skill of today counts.
 */
export function placesOf(id: string, today: Places, carries: Carries): readonly string[] {
  if (today.has(id)) return [id]
  for (const from of carries.keys()) {
    const places = heirsOf(id, carries.slice(from)).filter((heir) => today.has(heir))
    if (places.length > 0) return places
  }
  return []
}

/** Answers by the skills of today: one to a skill that was split goes to all of its heirs that have none of their own, one without a place is left out. */
export function carriedAnswers<Answer>(answers: Readonly<Record<string, Answer>>, today: Places, carries: Carries): Record<string, Answer> {
  const given = Object.entries(answers)
  const carried = given
    .filter(([id]) => !today.has(id))
    .flatMap(([id, answer]) => placesOf(id, today, carries).map((place) => [place, answer] as const))
  // Of two for one skill the later entry stands: one's own answer before one that is carried over.
  return Object.fromEntries([...carried.toReversed(), ...given.filter(([id]) => today.has(id))])
}

/** Answers that have no place today. They are kept with the draft, for a later version may have their skill again. */
export function unplacedAnswers<Answer>(
  answers: Readonly<Record<string, Answer>>,
  today: Places,
  carries: Carries,
): Record<string, Answer> {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => placesOf(id, today, carries).length === 0))
}
