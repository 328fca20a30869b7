import { timingSafeEqual } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { PlumblineError } from '@plumbline/shared/errors/problem.ts'
import { record } from '#audit/record.ts'
import type { Database, Tx } from '#db/client.ts'
import { firstVersion } from '#frameworks/adopt.ts'
import type { Auth } from '#identity/auth.ts'
import { hashOf, newSecret } from '#identity/secret.ts'
import type { Visitor } from '#identity/visitor.ts'
import { getInstallation, insertFirstAdmin, insertOrganisation, lockInstallation, setFirstRun, setStarted } from './queries.ts'

/** A new one-time link's secret while no organisation was started; null afterwards. The one before stops working. */
export async function renewFirstRun(database: Database): Promise<string | null> {
  const secret = newSecret()
  return database.withTx({}, {}, async (tx) => {
    if ((await lockInstallation(tx)).startedAt !== null) return null
    await setFirstRun(tx, hashOf(secret))
    return secret
  })
}

/** Whether this is the secret of the first-run link. */
export const isFirstRun = (kept: string | null, token: string): boolean =>
  kept !== null && timingSafeEqual(Buffer.from(kept, 'hex'), Buffer.from(hashOf(token), 'hex'))

export const installationState = (database: Database) => database.withTx({}, { readOnly: true }, getInstallation)

async function checkFirstRun(tx: Tx, token: string): Promise<void> {
  const { startedAt, firstRunHash } = await lockInstallation(tx)
  if (startedAt !== null)
    throw new PlumblineError('conflict', 'An organisation was started here already. Sign in, or ask its admin for an invitation.')
  if (!isFirstRun(firstRunHash, token))
    throw new PlumblineError('forbidden', 'This link is not the newest one. Open the link that the log printed last.')
}

/** With the first-run link. */
const by = { means: 'link', sessionId: null, purpose: null } as const

interface Start {
  token: string
  organisation: string
  name: string
  email: string
  password: string
}

/** The first organisation with its first admin, all or nothing. A wrong secret counts as a failed try of the address. Answers with the admin's session headers. */
export async function startOrganisation(
  database: Database,
  auth: Auth,
  start: Start,
  visitor: Visitor,
): Promise<{ organisationId: string; session: Headers }> {
  const { token, organisation, name, email, password } = start
  await auth.tries.guard({ address: visitor.address }, () => database.withTx({}, {}, (tx) => checkFirstRun(tx, token)))
  const accountId = await auth.createAccount({ name, email, password })
  const orgId = uuidv7()
  const personId = uuidv7()
  try {
    await database.withTx({ orgId, personId, accountId }, {}, async (tx) => {
      await checkFirstRun(tx, token)
      const frameworkVersion = await firstVersion(tx)
      await insertOrganisation(tx, { id: orgId, name: organisation, frameworkVersion, isDemo: false })
      await insertFirstAdmin(tx, { accountId, personId, name, email })
      await setStarted(tx)
      const ctx = { tx, by, actor: { accountId, orgId, personId, role: 'admin', leads: new Set<string>() } } as const
      await record(ctx, 'organisation.started', `organisation:${orgId}`, { before: null, after: { name: organisation, frameworkVersion } })
    })
  } catch (error) {
    await auth.removeAccounts([accountId])
    throw error
  }
  return { organisationId: orgId, session: await auth.openSession(accountId, visitor, { method: 'password', secondFactor: false }) }
}
