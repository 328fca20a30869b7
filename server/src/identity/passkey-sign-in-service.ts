import { v7 as uuidv7 } from 'uuid'
import { PlumblineError } from '@plumbline/shared/errors/problem.ts'
import type { PasskeyAssertion } from '@plumbline/shared/identity/passkey-contract.ts'
import type { Database } from '#db/client.ts'
import type { Auth } from './auth.ts'
import { stepOver } from './entry.ts'
import { accountBehind } from './passkey-check.ts'
import { insertChallenge, passkeysOf, takeChallenge } from './passkey-queries.ts'
import { passkeyRequest } from './passkey-request.ts'
import { relyingPartyOf } from './relying-party.ts'
import { endStep, openStep } from './step-queries.ts'
import type { Visitor } from './visitor.ts'

interface Given {
  database: Database
  auth: Auth
}

const wrongPasskey = () =>
  new PlumblineError('unauthenticated', 'This passkey does not open anything here. Choose another one, or sign in with your password.')

const stepOf = async ({ database, auth }: Given, { headers }: Visitor) => {
  const hash = auth.cookies.step.hashOf(headers)
  return hash === null ? undefined : openStep(database.identity, hash)
}

/** What the browser is to have signed, and the cookie that says which browser. As the second step, any passkey but the account's own is left out. */
export async function passkeySignInOptions(given: Given, asSecondStep: boolean, visitor: Visitor) {
  const { identity: db } = given.database
  const party = relyingPartyOf(visitor.origin)
  const step = asSecondStep ? await stepOf(given, visitor) : null
  if (step === undefined) throw stepOver()
  const options = await passkeyRequest(party, step === null ? [] : await passkeysOf(db, step.accountId))
  const { cookie, hash } = given.auth.cookies.passkey.make(visitor.headers)
  await insertChallenge(db, uuidv7(), options.challenge, { purpose: 'sign_in', browserHash: hash, stepId: step?.id ?? null })
  return { options, cookie }
}

/**
 * Signs in with a passkey alone, or takes the second step with one of the account's own. Answers with the new session's headers. The account is not
 * locked out by its failed passwords: a passkey cannot be guessed.
 */
export async function signInWithPasskey(given: Given, response: PasskeyAssertion, visitor: Visitor): Promise<Headers> {
  const { database, auth } = given
  const hash = auth.cookies.passkey.hashOf(visitor.headers)
  const asked = hash === null ? undefined : await takeChallenge(database.identity, { browserHash: hash })
  if (!asked) throw stepOver()
  const step = asked.stepId === null ? null : await stepOf(given, visitor)
  if (step === undefined || (step !== null && step.id !== asked.stepId)) throw stepOver()
  const trier = { address: visitor.address, ...(step !== null && { email: step.email }) }
  const accountId = await auth.tries.guard(trier, () =>
    database.identity.transaction(async (tx) => {
      const found = await accountBehind(tx, response, asked.challenge, relyingPartyOf(visitor.origin))
      if (found === null || (step !== null && found !== step.accountId)) throw wrongPasskey()
      if (step !== null && !(await endStep(tx, step.id))) throw stepOver()
      return found
    }),
  )
  const cookies = await auth.replaceSession(accountId, visitor, { method: step?.method ?? 'passkey', secondFactor: true })
  for (const cookie of [auth.cookies.passkey.gone, auth.cookies.step.gone]) cookies.append('set-cookie', cookie)
  return cookies
}
