import type { Actor } from '../access/actor.ts'
import type { SignInMethod, SignInRule } from './contract.ts'

/** How a session was opened, and whether with a second factor. */
export interface Opened {
  readonly method: SignInMethod
  readonly secondFactor: boolean
}

/**
 * Whether a session that was opened like this meets the organisation's rule. The provider answers for a second factor of its own. An admin who came by
 * a link made on the server gets past a provider that does not answer any more, but not past a second factor: that can be added at once.
 */
export function meetsSignInRule(rule: SignInRule, { method, secondFactor }: Opened, role: Actor['role']): boolean {
  if (rule === 'any' || method === 'provider' || method === 'visit') return true
  return rule === 'second_factor' ? secondFactor : method === 'restore' && role === 'admin'
}

/** What someone whose session does not meet the rule is told. */
export const signInRuleWords: Readonly<Record<Exclude<SignInRule, 'any'>, string>> = {
  second_factor: 'Your organisation asks for a second factor. Add one under Sign-in and sessions, then go on.',
  provider: 'Your organisation asks everyone to sign in with its provider. Sign out, then sign in with it.',
}
