import { can } from '@plumbline/shared/access/can.ts'
import { conflict, invalid, notFound } from '@plumbline/shared/errors/problem.ts'
import { whoOf } from '#access/actor-of.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import { asIdentity } from '#db/client.ts'
import { sessionOf } from '#http/context.ts'
import type { Ctx } from '#http/context.ts'
import {
  confirmApp,
  confirmedAppOf,
  countRecoveryCodes,
  deleteApp,
  deleteFactors,
  factorsOf,
  lockAccount,
  lockApp,
  proofOf,
  putPendingApp,
} from './factor-queries.ts'
import { factorWasAdded, factorWasRemoved, giveRecoveryCodes } from './factor-change.ts'
import { passkeysOf } from './passkey-queries.ts'
import { hasPassword, isShared } from './password-queries.ts'
import { proofMinutes, requireProof } from './proof-service.ts'
import { personToInvite } from './queries.ts'
import type { SecretBox } from './secret-box.ts'
import { endSessionsOf } from './session-queries.ts'
import { newTotpSecret, totpStep, totpWords } from './totp.ts'

// An account's factors are its own: every query is bound to the actor's account, so no rule of `can` has anything to decide.

/** How long an app may be waited for after its secret was shown, in minutes. */
const enrolMinutes = 15

export async function getSecondFactor(ctx: Ctx) {
  const { tx, actor } = ctx
  const sessionId = sessionOf(ctx)
  const found = await asIdentity(tx, async (tx) => ({
    app: await confirmedAppOf(tx, actor.accountId),
    passkeys: await passkeysOf(tx, actor.accountId),
    left: await countRecoveryCodes(tx, actor.accountId),
    proof: await proofOf(tx, sessionId, proofMinutes),
    password: await hasPassword(tx, actor.accountId),
  }))
  return {
    authenticatorApp: found.app?.confirmedAt ? { addedAt: found.app.confirmedAt } : null,
    passkeys: found.passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, addedAt: createdAt, lastUsedAt })),
    recoveryCodesLeft: found.left,
    proof: {
      until: found.proof?.holds === true ? found.proof.until : null,
      by: [...(found.password ? (['password'] as const) : []), ...(found.passkeys.length > 0 ? (['passkey'] as const) : [])],
    },
  }
}

/** A secret for an authenticator app. It counts once one of its codes is given; asked for again, it is another one. */
export async function startAuthenticatorApp(ctx: Ctx, box: SecretBox) {
  await requireProof(ctx)
  const { accountId } = ctx.actor
  const secret = newTotpSecret()
  return asIdentity(ctx.tx, async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!(await putPendingApp(tx, accountId, box.lock(secret, accountId))))
      throw conflict('You have an authenticator app already. Remove it first, then add the other one.')
    return totpWords(secret, account?.email ?? 'Plumbline')
  })
}

const wrongCode = () =>
  invalid('This code is not the one that the app shows now.', [
    {
      in: 'body',
      pointer: '/code',
      detail: 'Give the six digits that the app shows now. If they stay wrong, check the clock of its device.',
    },
  ])

/** The first code shows that the app has the secret; from now on it is asked for. */
export async function confirmAuthenticatorApp(ctx: Ctx, box: SecretBox, code: string) {
  const { accountId } = ctx.actor
  await asIdentity(ctx.tx, async (tx) => {
    await lockAccount(tx, accountId)
    const app = await lockApp(tx, accountId)
    if (app && app.confirmedAt !== null) throw conflict('You have an authenticator app already.')
    const secret = app ? box.unlock(app.secret, accountId) : null
    if (!app || secret === null || app.now.getTime() - app.createdAt.getTime() > enrolMinutes * 60_000)
      throw conflict('Adding the app took longer than 15 minutes, or was not begun. Begin again.')
    const step = totpStep(secret, code, app.now)
    if (step === null) throw wrongCode()
    await confirmApp(tx, accountId, step)
  })
  return factorWasAdded(ctx, { factor: 'authenticator app' })
}

export async function removeAuthenticatorApp(ctx: Ctx) {
  await requireProof(ctx)
  const { accountId } = ctx.actor
  const removed = await asIdentity(ctx.tx, async (tx) => {
    await lockAccount(tx, accountId)
    return deleteApp(tx, accountId)
  })
  if (!removed) throw conflict('You have no authenticator app to remove.')
  return factorWasRemoved(ctx, { factor: 'authenticator app' })
}

export async function renewRecoveryCodes(ctx: Ctx) {
  await requireProof(ctx)
  const { accountId } = ctx.actor
  const recoveryCodes = await asIdentity(ctx.tx, async (tx) => {
    await lockAccount(tx, accountId)
    if ((await factorsOf(tx, accountId)).length === 0)
      throw conflict('Recovery codes stand in for a second factor. Add a passkey or an authenticator app first.')
    return giveRecoveryCodes(tx, accountId)
  })
  await record(ctx, 'recovery-codes.renewed', `account:${accountId}`)
  return { recoveryCodes }
}

/** Takes every second factor of someone away who lost theirs. Afterwards their password alone lets them in, until they add one again. */
export async function removeSecondFactor(ctx: Ctx, personId: string) {
  requires(can.manageOrganisation, ctx.actor)
  const { tx, actor } = ctx
  const person = await personToInvite(tx, actor.orgId, personId)
  if (!person) throw notFound()
  const { accountId } = person
  if (accountId === null) throw conflict('This person has not signed in yet, so there is no second factor to take away.')
  if (personId === actor.personId) throw conflict('Remove your own second factor under Sign-in and sessions.')
  if (await isShared(tx, accountId, whoOf(actor)))
    throw conflict(
      'This account belongs to another organisation, too, so its second factor is not yours to take away. Ask whoever runs the server.',
    )
  const had = await asIdentity(tx, async (tx) => {
    await lockAccount(tx, accountId)
    return deleteFactors(tx, accountId)
  })
  if (!had) throw conflict('This person has no second factor.')
  const ended = await endSessionsOf(tx, accountId, null)
  await record(ctx, 'person.second-factor-removed', `person:${personId}`, { ended })
  return { done: true as const }
}
