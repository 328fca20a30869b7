import { v7 as uuidv7 } from 'uuid'
import { personas as personaNames } from '@plumbline/shared/demo/contract.ts'
import type { Persona } from '@plumbline/shared/demo/contract.ts'
import { forbidden, notFound } from '@plumbline/shared/errors/problem.ts'
import { actorOf } from '#access/actor-of.ts'
import { record } from '#audit/record.ts'
import { speakFor } from '#db/client.ts'
import { countWithin } from '#heatmap/aggregates-count.ts'
import type { Deps } from '#http/feature.ts'
import { firstVersion } from '#frameworks/adopt.ts'
import type { Visitor } from '#identity/visitor.ts'
import { insertOrganisation, lockInstallation } from '#setup/queries.ts'
import { installationState, isFirstRun } from '#setup/service.ts'
import { buildDemo } from './build.ts'
import { personas } from './cast.ts'
import { accountByEmail, accountsOf, deleteOrganisation, setDemo, visitorsWith } from './queries.ts'

/** Builds the demo organisation, all or nothing. Where it is there already nothing changes. Throws `busy` while another build takes long. */
export async function startDemo({ database, auth }: Deps, token: string, { address }: Visitor): Promise<void> {
  const { demoOrgId } = await auth.tries.guard({ address }, async () => {
    const state = await installationState(database)
    if (!isFirstRun(state.firstRunHash, token)) throw forbidden('This link is not the newest one. Open the link that the log printed last.')
    return state
  })
  if (demoOrgId !== null) return
  const orgId = uuidv7()
  const made: string[] = []
  try {
    await database.withTx({ orgId }, { statementMs: 30_000 }, async (tx) => {
      // Held to the end: of two builds at once the second finds the demo there.
      if ((await lockInstallation(tx)).demoOrgId !== null) return
      const accounts = await makeVisitors({ database, auth }, made)
      const organisation = { name: 'Meridian Freight (demo)', frameworkVersion: await firstVersion(tx) }
      await insertOrganisation(tx, { id: orgId, ...organisation, isDemo: true })
      await buildDemo(tx, orgId, accounts)
      await speakFor(tx, { orgId })
      await countWithin(tx, orgId)
      await setDemo(tx, orgId)
      const by = { means: 'link', sessionId: null, purpose: null } as const
      const actor = { accountId: accounts.admin, orgId, personId: null, role: 'admin', leads: new Set<string>() } as const
      await record({ tx, by, actor }, 'demo.built', `organisation:${orgId}`, { before: null, after: organisation })
    })
  } catch (error) {
    await auth.removeAccounts(made)
    throw error
  }
}

/** Makes the personas' accounts, noting each in `made`. They are no part of the transaction, so a server that was killed may have left some. */
async function makeVisitors({ database, auth }: Pick<Deps, 'database' | 'auth'>, made: string[]): Promise<Record<Persona, string>> {
  const emails = personaNames.map((persona) => personas[persona].email)
  await auth.removeAccounts((await visitorsWith(database.identity, emails)).map(({ id }) => id))
  const make = async (persona: Persona) => {
    const id = await auth.createVisitor(personas[persona])
    made.push(id)
    return id
  }
  return { engineer: await make('engineer'), lead: await make('lead'), admin: await make('admin') }
}

/** Opens a session as one of the personas: for a visitor on this machine, someone already in the demo, or whoever holds the first-run link. */
export async function visitDemo(
  { database, auth }: Deps,
  as: Persona,
  allowed: { loopback: boolean; token: string | undefined; visitor: Visitor },
): Promise<Headers> {
  const { demoOrgId, firstRunHash } = await installationState(database)
  if (demoOrgId === null) throw notFound()
  const invited =
    allowed.loopback ||
    (allowed.token !== undefined && isFirstRun(firstRunHash, allowed.token)) ||
    (await isInDemo({ database, auth }, demoOrgId, allowed.visitor.headers))
  if (!invited) throw forbidden('The demo can be visited from the machine it runs on, or with the link that the log prints.')
  const accountId = await database.withTx({ orgId: demoOrgId }, { readOnly: true }, (tx) =>
    accountByEmail(tx, demoOrgId, personas[as].email),
  )
  if (accountId === undefined) throw notFound()
  return auth.openSession(accountId, allowed.visitor, { method: 'visit', secondFactor: false })
}

/** Removes the demo organisation with everything in it. Anyone who is in it may. */
export async function removeDemo({ database, auth }: Deps, headers: Headers): Promise<void> {
  const { demoOrgId } = await installationState(database)
  if (demoOrgId === null || !(await isInDemo({ database, auth }, demoOrgId, headers))) throw notFound()
  const accounts = await database.withTx({ orgId: demoOrgId }, { statementMs: 30_000 }, async (tx) => {
    await lockInstallation(tx)
    const found = await accountsOf(tx, demoOrgId)
    await deleteOrganisation(tx, demoOrgId)
    await setDemo(tx, null)
    return found
  })
  await auth.removeAccounts(accounts.map(({ accountId }) => accountId))
}

async function isInDemo({ database, auth }: Pick<Deps, 'database' | 'auth'>, demoOrgId: string, headers: Headers): Promise<boolean> {
  const accountId = (await auth.sessionOf(headers))?.accountId
  if (accountId === undefined) return false
  const actor = await database.withTx({ accountId }, { readOnly: true }, (tx) => actorOf(tx, accountId))
  return actor?.orgId === demoOrgId
}
