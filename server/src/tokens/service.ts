import { v7 as uuidv7 } from 'uuid'
import { can } from '@plumbline/shared/access/can.ts'
import { scopes as rules } from '@plumbline/shared/access/token-scopes.ts'
import type { Scope } from '@plumbline/shared/access/token-scopes.ts'
import { PlumblineError, conflict, invalid, notFound } from '@plumbline/shared/errors/problem.ts'
import type { FieldError } from '@plumbline/shared/errors/problem.ts'
import { mostTokens } from '@plumbline/shared/tokens/contract.ts'
import type { NewToken } from '@plumbline/shared/tokens/contract.ts'
import { expiryOf } from '@plumbline/shared/tokens/expiry.ts'
import { requires } from '#access/require.ts'
import { hashOfToken, newTokenSecret } from '#access/token-secret.ts'
import { record } from '#audit/record.ts'
import type { Ctx } from '#http/context.ts'
import { countWorking, insertToken, lockTokens, organisationTokens, personalTokens, pruneTokens, revoke, tokensOf } from './queries.ts'

type Row = Awaited<ReturnType<typeof tokensOf>>[number]

const tokenOf = ({ now, ...row }: Row) => ({ ...row, expiry: expiryOf(row.expiresAt, now) })

// Someone's own tokens are bound to their account in every query, so no rule of `can` has anything to decide.

export async function listTokens({ tx, actor }: Ctx) {
  return { tokens: (await tokensOf(tx, actor.orgId, actor.accountId)).map(tokenOf) }
}

const flawsOf = (chosen: readonly Scope[], isWrong: (scope: Scope) => boolean, detail: string): FieldError[] =>
  chosen.flatMap((scope, at) => (isWrong(scope) ? [{ in: 'body' as const, pointer: `/scopes/${at}`, detail }] : []))

/** A token with the actor's own rights. Throws `forbidden` for a scope of which their role leaves nothing. */
export async function makeToken(ctx: Ctx, body: NewToken) {
  const errors = flawsOf(body.scopes, (scope) => !rules[scope].mayUse(ctx.actor), 'Your own role may not do this.')
  if (errors.length > 0)
    throw new PlumblineError('forbidden', 'A token can do no more than you. Leave out what your role may not do.', { errors })
  return addToken(ctx, ctx.actor.accountId, body)
}

/** A token that acts for the organisation. Throws `invalid` for a scope that says something of single people’s levels. */
export async function makeOrganisationToken(ctx: Ctx, body: NewToken) {
  requires(can.manageTokens, ctx.actor)
  const errors = flawsOf(body.scopes, (scope) => rules[scope].ofPeople, 'Only a personal token may do this.')
  if (errors.length > 0)
    throw invalid('What says something of single people’s levels is read by people: make a personal token for it.', errors)
  return addToken(ctx, null, body)
}

async function addToken(ctx: Ctx, ownerId: string | null, { name, scopes, days, purpose }: NewToken) {
  const { tx, actor } = ctx
  await lockTokens(tx, actor.orgId, ownerId)
  await pruneTokens(tx, actor.orgId, ownerId)
  if ((await countWorking(tx, actor.orgId, ownerId)) >= mostTokens)
    throw conflict(`There are ${mostTokens} tokens already. Revoke one that is no longer needed.`)
  const kind = ownerId === null ? 'organisation' : 'personal'
  const secret = newTokenSecret(kind)
  const given = { name, scopes: [...new Set(scopes)], purpose }
  const id = uuidv7()
  const row = await insertToken(tx, { id, ownerId, madeBy: actor.accountId, tokenHash: hashOfToken(secret), ...given }, days)
  if (!row) throw new Error('a token that was written and is not there')
  const open = { kind, scopes: given.scopes, purpose, expiresAt: row.expiresAt.toISOString() }
  // What someone calls a token of their own may say something of them.
  await record(ctx, 'token.made', `token:${id}`, open, { about: ownerId === null ? null : actor.personId, values: { name } })
  return { token: tokenOf(row), secret }
}

/** Revokes one of the actor's tokens. Someone else's is not found. */
export const revokeToken = (ctx: Ctx, id: string) => endToken(ctx, id, ctx.actor.accountId)

/** Revokes a token of the organisation, or anyone's in it. */
export async function revokeAnyToken(ctx: Ctx, id: string) {
  requires(can.manageTokens, ctx.actor)
  return endToken(ctx, id)
}

async function endToken(ctx: Ctx, id: string, ownerId?: string) {
  const ended = await revoke(ctx.tx, ctx.actor.orgId, id, ownerId)
  if (!ended) throw notFound()
  await record(ctx, 'token.revoked', `token:${id}`, {
    kind: ended.ownerId === null ? 'organisation' : 'personal',
    ...(ended.ownerId === null ? { name: ended.name } : { ownerAccountId: ended.ownerId }),
  })
  return { done: true as const }
}

export async function listOrganisationTokens({ tx, actor }: Ctx) {
  requires(can.manageTokens, actor)
  const rows = await organisationTokens(tx, actor.orgId)
  return {
    tokens: rows.map(({ makerName, makerRole, ...row }) => ({
      ...tokenOf(row),
      madeBy: { name: makerName, member: makerRole !== null, admin: makerRole === 'admin' },
    })),
  }
}

export async function listPersonalTokens({ tx, actor }: Ctx, page: { after?: string | undefined; limit: number }) {
  requires(can.manageTokens, actor)
  const rows = await personalTokens(tx, actor.orgId, page)
  const shown = rows.slice(0, page.limit)
  return {
    tokens: shown.map(({ ownerName, ...row }) => ({ ...tokenOf(row), owner: { name: ownerName } })),
    next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
  }
}
