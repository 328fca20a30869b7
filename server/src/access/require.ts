import { forbidden, hidden } from '@plumbline/shared/errors/problem.ts'

interface Rule<Args extends readonly unknown[]> {
  readonly allows: (...args: Args) => boolean
  readonly hides: boolean
  readonly reason: string
}

/** The first line of a verb: where the rule says no, throws `forbidden` with its sentence, or what is thrown for a missing id where it hides. */
export function requires<Args extends readonly unknown[]>(rule: Rule<Args>, ...args: Args): void {
  if (!rule.allows(...args)) throw rule.hides ? hidden(rule.reason) : forbidden(rule.reason)
}
