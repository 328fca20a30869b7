import type { Actor } from '@plumbline/shared/access/actor.ts'
import { forbidden } from '@plumbline/shared/errors/problem.ts'
import type { SignInRule } from '@plumbline/shared/identity/contract.ts'
import { meetsSignInRule, signInRuleWords } from '@plumbline/shared/identity/sign-in-rule.ts'
import type { By } from '#http/context.ts'

/** Throws `forbidden` with what to do where the actor's session does not meet the organisation's rule. A token has no session; it was made in one. */
export function holdSignInRule(rule: SignInRule, { opened }: By, { role }: Actor): void {
  if (rule !== 'any' && opened !== undefined && !meetsSignInRule(rule, opened, role)) throw forbidden(signInRuleWords[rule])
}
