import type { StoredAnswer } from '@plumbline/shared/practices/contract.ts'

type Answer = StoredAnswer['answer']
/** Sends an answer on top of what is known to stand, and gives what stands then. */
export type SendAnswer = (answer: Answer, known: StoredAnswer | undefined) => Promise<StoredAnswer>

/**
 * Sends one answer at a time. Of those chosen while one is on its way only the last is sent next, on top of the one before, so that arrow
 * keys through the choices neither race each other nor fill the history. Resolves with what stands when all is sent, or with
 * null where a run that was under way takes the answer along.
 */
export function answerQueue(): (
  answer: Answer,
  known: StoredAnswer | undefined,
  send: SendAnswer,
) => Promise<StoredAnswer | undefined | null> {
  let busy = false
  let next: Answer | null = null
  return async (answer, known, send) => {
    next = answer
    if (busy) return null
    busy = true
    let stands = known
    try {
      while (next !== null) {
        const wanted: Answer = next
        next = null
        if (stands?.answer !== wanted) stands = await send(wanted, stands)
      }
      return stands
    } finally {
      busy = false
      next = null
    }
  }
}
