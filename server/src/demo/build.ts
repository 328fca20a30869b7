import type { Persona } from '@plumbline/shared/demo/contract.ts'
import type { Tx } from '#db/client.ts'
import { speakFor } from '#db/client.ts'
import { answerChecklists, beginNextRound, holdRounds, setDemands } from './history.ts'
import { makeOrganisation } from './organisation.ts'
import { clock } from './queries.ts'

/**
 * Fills the demo organisation in the open transaction, through the same verbs that people use. The content is always the same, but for ids
 * and for its days, which end today.
 */
export async function buildDemo(tx: Tx, orgId: string, accounts: Record<Persona, string>): Promise<void> {
  const ctx = { tx, actor: { accountId: accounts.admin, orgId, personId: null, role: 'admin', leads: new Set<string>() } } as const
  const now = await clock(tx)
  const cast = await makeOrganisation(ctx, accounts)
  await holdRounds(ctx, cast, now)
  await answerChecklists(ctx, cast, now)
  await setDemands(ctx, cast)
  await beginNextRound(ctx, cast, now)
  await speakFor(tx, { orgId })
}
