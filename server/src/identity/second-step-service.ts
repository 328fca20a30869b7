import { PlumblineError, conflict } from '@plumbline/shared/errors/problem.ts'
import { actorOf } from '#access/actor-of.ts'
import { record } from '#audit/record.ts'
import { asIdentity } from '#db/client.ts'
import type { Database, Tx } from '#db/client.ts'
import type { Auth } from './auth.ts'
import { stepOver } from './entry.ts'
import { countRecoveryCodes, lockApp, setLastStep, useRecoveryCode } from './factor-queries.ts'
import type { Queries } from './factor-queries.ts'
import { membershipsOf } from './queries.ts'
import { recoveryCodeHash } from './recovery-code.ts'
import type { SecretBox } from './secret-box.ts'
import { endStep, openStep } from './step-queries.ts'
import { totpStep } from './totp.ts'
import type { Visitor } from './visitor.ts'

interface Given {
  database: Database
  auth: Auth
}

interface Code {
  with: 'totp' | 'recovery'
  code: string
}

const wrongCode = () =>
  new PlumblineError('unauthenticated', 'This code is not right, or was used already. Wait for the next one and try again.', {
    errors: [{ in: 'body', pointer: '/code', detail: 'This code is not right, or was used already.' }],
  })

const cannotBeRead = () =>
  conflict(
    'The server’s secret was changed since this authenticator app was added, so its codes cannot be checked. Use a passkey or a recovery code, or ask an admin to take your second factor away.',
  )

/** Uses a code of the account's authenticator app up. False where it is none, or not newer than the one used last. */
export async function useTotpCode(tx: Queries, box: SecretBox, accountId: string, code: string): Promise<boolean> {
  const app = await lockApp(tx, accountId)
  if (!app || app.confirmedAt === null) return false
  const secret = box.unlock(app.secret, accountId)
  if (secret === null) throw cannotBeRead()
  const step = totpStep(secret, code, app.now)
  if (step === null || step <= app.lastStep) return false
  await setLastStep(tx, accountId, step)
  return true
}

/** Takes the second step with a code, once, in the browser that took the first. Answers with the new session's headers. Wrong codes count as failed tries. */
export async function takeSecondStep({ database, auth }: Given, { with: kind, code }: Code, visitor: Visitor): Promise<Headers> {
  const hash = auth.cookies.step.hashOf(visitor.headers)
  const step = hash === null ? undefined : await openStep(database.identity, hash)
  if (!step) throw stepOver()
  const { accountId, email, method } = step
  await auth.tries.guard({ email, address: visitor.address }, () =>
    database.withTx({ accountId }, {}, async (tx) => {
      const left = await asIdentity(tx, async (tx) => {
        if (!(await endStep(tx, step.id))) throw stepOver()
        const right =
          kind === 'totp'
            ? await useTotpCode(tx, auth.box, accountId, code)
            : await useRecoveryCode(tx, accountId, recoveryCodeHash(accountId, code))
        if (!right) throw wrongCode()
        return kind === 'recovery' ? countRecoveryCodes(tx, accountId) : null
      })
      if (left !== null) await recordEverywhere(tx, accountId, 'recovery-code.used', { left })
    }),
  )
  const cookies = await auth.replaceSession(accountId, visitor, { method, secondFactor: true })
  cookies.append('set-cookie', auth.cookies.step.gone)
  return cookies
}

/** Writes what happened to an account into the trail of each organisation that it belongs to. */
async function recordEverywhere(tx: Tx, accountId: string, action: string, detail: Record<string, unknown>): Promise<void> {
  for (const { orgId } of await membershipsOf(tx, accountId)) {
    const actor = await actorOf(tx, accountId, orgId)
    if (actor !== null) await record({ tx, actor }, action, `account:${accountId}`, detail)
  }
}
