import { record } from '#audit/record.ts'
import { asIdentity } from '#db/client.ts'
import { sessionOf } from '#http/context.ts'
import type { Ctx } from '#http/context.ts'
import { countRecoveryCodes, factorsOf, replaceRecoveryCodes, setSecondFactor } from './factor-queries.ts'
import type { Queries } from './factor-queries.ts'
import { newRecoveryCodes, recoveryCodeHash } from './recovery-code.ts'
import { endSessionsOf } from './session-queries.ts'

/** Which factor it was; a passkey with its name. */
interface Which {
  factor: 'authenticator app' | 'passkey'
  name?: string
}

/** A name that the person chose is theirs: it is in the trail as long as they are held. */
const nameOf = ({ actor }: Ctx, { name }: Which) => (name === undefined ? undefined : { about: actor.personId, values: { name } })

/** Ten new codes for the account, in words; they are kept as hashes and never shown again. */
export async function giveRecoveryCodes(tx: Queries, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  await replaceRecoveryCodes(
    tx,
    accountId,
    codes.map((code) => recoveryCodeHash(accountId, code)),
  )
  return codes
}

/** What follows from a factor that was just added: this session has one now, all others end, and an account without recovery codes gets some. */
export async function factorWasAdded(ctx: Ctx, which: Which): Promise<{ recoveryCodes: string[] | null }> {
  const { accountId } = ctx.actor
  const sessionId = sessionOf(ctx)
  const recoveryCodes = await asIdentity(ctx.tx, async (tx) => {
    await setSecondFactor(tx, sessionId, true)
    return (await countRecoveryCodes(tx, accountId)) === 0 ? giveRecoveryCodes(tx, accountId) : null
  })
  const ended = await endSessionsOf(ctx.tx, accountId, sessionId)
  await record(ctx, 'factor.added', `account:${accountId}`, { factor: which.factor, ended }, nameOf(ctx, which))
  return { recoveryCodes }
}

/** What follows from a factor that was just removed: all other sessions end. With the last one this session has none any more, and no codes are left. */
export async function factorWasRemoved(ctx: Ctx, which: Which): Promise<{ done: true }> {
  const { accountId } = ctx.actor
  const sessionId = sessionOf(ctx)
  await asIdentity(ctx.tx, async (tx) => {
    if ((await factorsOf(tx, accountId)).length > 0) return
    await replaceRecoveryCodes(tx, accountId, [])
    await setSecondFactor(tx, sessionId, false)
  })
  const ended = await endSessionsOf(ctx.tx, accountId, sessionId)
  await record(ctx, 'factor.removed', `account:${accountId}`, { factor: which.factor, ended }, nameOf(ctx, which))
  return { done: true }
}
