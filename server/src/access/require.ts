import { forbidden } from '@plumbline/shared/errors/problem.ts'

interface Rule<Args extends readonly unknown[]> {
  readonly allows: (...args: Args) => boolean
  readonly reason: string
}

/** The first line of a verb: throws `forbidden` with the rule's sentence where the rule says no. */
export function requires<Args extends readonly unknown[]>(rule: Rule<Args>, ...args: Args): void {
  if (!rule.allows(...args)) throw forbidden(rule.reason)
}
