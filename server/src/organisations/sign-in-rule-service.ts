import { can } from '@plumbline/shared/access/can.ts'
import { conflict, notFound, stale } from '@plumbline/shared/errors/problem.ts'
import { signInRule } from '@plumbline/shared/identity/contract.ts'
import type { SignInRule } from '@plumbline/shared/identity/contract.ts'
import { meetsSignInRule } from '@plumbline/shared/identity/sign-in-rule.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import type { Ctx } from '#http/context.ts'
import { changeAt, organisationById } from './queries.ts'

/** Whether whoever asks meets a rule with this session. A token has none to judge. */
export const meetsOwnRule = ({ actor, by }: Ctx, rule: SignInRule): boolean =>
  by?.opened === undefined || meetsSignInRule(rule, by.opened, actor.role)

export async function getSignInRule(ctx: Ctx) {
  requires(can.manageOrganisation, ctx.actor)
  const organisation = await organisationById(ctx.tx, ctx.actor.orgId)
  if (!organisation) throw notFound()
  const met = signInRule.options.filter((rule) => meetsOwnRule(ctx, rule))
  return { rule: organisation.signInRule, met, version: organisation.version }
}

const unmet: Readonly<Record<Exclude<SignInRule, 'any'>, string>> = {
  second_factor: 'You have not signed in with a second factor yourself. Add one first, so that you do not lock yourself out.',
  provider: 'You have not signed in with the provider yourself. Sign in with it first, so that you do not lock yourself out.',
}

/** Holds for everyone from their next request on. Throws conflict where the acting admin's own session does not meet it. */
export async function setSignInRule(ctx: Ctx, version: number, { rule }: { rule: SignInRule }) {
  const before = await getSignInRule(ctx)
  if (rule !== 'any' && !before.met.includes(rule)) throw conflict(unmet[rule])
  const { orgId } = ctx.actor
  if (!(await changeAt(ctx.tx, orgId, version, { signInRule: rule }))) throw stale((await getSignInRule(ctx)).version)
  await record(ctx, 'organisation.sign-in-rule-changed', `organisation:${orgId}`, { before: before.rule, after: rule })
  return getSignInRule(ctx)
}
