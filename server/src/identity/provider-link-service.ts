import { conflict, notFound } from '@plumbline/shared/errors/problem.ts'
import type { Ctx } from '#http/context.ts'
import { recordForAccount } from './account-record.ts'
import { credentialsOf, keyOfIssuer, sessionFacts, signInRuleOf, unlinkSubject } from './provider-queries.ts'
import type { Provider, Providers } from './providers.ts'
import { endSessionsOf } from './session-queries.ts'

// How an account signs in is its own: every query is bound to the actor's account, so no rule of `can` has anything to decide.

export const offer = ({ settings, connection }: Provider) => ({ id: settings.id, name: settings.name, available: connection !== null })

interface Way {
  id: string
  key: string
  password: string | null
}

/** Whether the account can still be signed in to without this link. A provider that is set up no more is no way in. */
async function replaceable({ tx, actor }: Ctx, providers: Providers, ways: readonly Way[], id: string): Promise<boolean> {
  const keys = new Set(providers.all().map(({ settings }) => keyOfIssuer(settings.issuer)))
  const others = ways.filter((way) => way.id !== id)
  if (others.some(({ key }) => keys.has(key))) return true
  return others.some(({ password }) => password !== null) && (await signInRuleOf(tx, actor.orgId)) !== 'provider'
}

export async function listLinkedProviders(ctx: Ctx, sessionId: string, providers: Providers) {
  const { tx, actor } = ctx
  const ways = await credentialsOf(tx, actor.accountId)
  const byKey = new Map(providers.all().map((one) => [keyOfIssuer(one.settings.issuer), one.settings]))
  const linked = []
  for (const { id, key, createdAt } of ways.filter((way) => way.key.startsWith('oidc:'))) {
    const known = byKey.get(key)
    const name = known?.name ?? key.slice('oidc:'.length)
    linked.push({ id, name, providerId: known?.id ?? null, linkedAt: createdAt, removable: await replaceable(ctx, providers, ways, id) })
  }
  const session = await sessionFacts(tx, actor.accountId, sessionId)
  return {
    linked,
    offered: providers.all().map(offer),
    hasPassword: ways.some(({ password }) => password !== null),
    fresh: session?.fresh ?? false,
  }
}

/** Ends the account's other sessions as well: any of them may have been opened with the provider. */
export async function unlinkProvider(ctx: Ctx, sessionId: string, linkId: string, providers: Providers) {
  const { tx, actor } = ctx
  const ways = await credentialsOf(tx, actor.accountId, { hold: true })
  const link = ways.find(({ id, key }) => id === linkId && key.startsWith('oidc:'))
  if (link === undefined) throw notFound()
  if (!(await replaceable(ctx, providers, ways, linkId))) throw conflict('This is your only way to sign in. Link another provider first.')
  await unlinkSubject(tx, actor.accountId, linkId)
  const ended = await endSessionsOf(tx, actor.accountId, sessionId)
  const provider = providers.all().find(({ settings }) => keyOfIssuer(settings.issuer) === link.key)?.settings.id ?? null
  await recordForAccount(tx, actor.accountId, { action: 'provider.unlinked', detail: { provider, ended }, by: ctx.by }, actor.orgId)
  return { done: true as const }
}
