import type { Contribution } from '@plumbline/shared/heatmap/aggregate-blocks.ts'
import { contributionsOf } from '@plumbline/shared/heatmap/aggregate-contributions.ts'
import { countCategory } from '@plumbline/shared/heatmap/aggregate-count.ts'
import type { Database, Tx } from '#db/client.ts'
import { type Framework, frameworkOf } from '#frameworks/framework-of.ts'
import { membersOf } from '#levels/members.ts'
import {
  allLeads,
  everyTeam,
  forgetPast,
  lastRound,
  mayCount,
  membersOfBlocks,
  noteRound,
  pastOf,
  putThere,
  shownBlocks,
  takeAway,
} from './aggregates-queries.ts'
import { today } from './trend-queries.ts'

/** Teams whose people are read at once. */
const batch = 250
const rememberedMonths = 24
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Counts an organisation's aggregates, where that was not done yet on this day. One transaction, of one point of time: aborted, nothing of it is
 * left.
 */
export const countAggregates = (database: Database, orgId: string, signal?: AbortSignal): Promise<void> =>
  database.withTx({ orgId }, { statementMs: 60_000, isolation: 'repeatable read' }, async (tx) => {
    if (await mayCount(tx, orgId)) await countWithin(tx, orgId, signal)
  })

/** The same within a transaction that acts for the organisation, and for no account. */
export async function countWithin(tx: Tx, orgId: string, signal?: AbortSignal): Promise<void> {
  const day = await today(tx)
  if ((await lastRound(tx, orgId)) === day) return
  const actor = { accountId: nobody, orgId, personId: null, role: 'admin' as const, leads: new Set<string>() }
  const framework = await frameworkOf({ tx, actor })
  const teams = await everyTeam(tx, orgId)
  const leads = await allLeads(tx, orgId)
  const shown = Map.groupBy(await shownBlocks(tx, orgId), ({ category }) => category)
  const contributions = await contributionsByCategory(tx, orgId, teams, framework)
  for (const category of new Set([...contributions.keys(), ...shown.keys()])) {
    signal?.throwIfAborted()
    const { renewed, gone } = countCategory({
      category,
      day,
      teams,
      leads,
      contributions: contributions.get(category) ?? [],
      shown: shown.get(category) ?? [],
      members: await membersOfBlocks(tx, orgId, category),
      past: await pastOf(tx, orgId, category),
    })
    if (gone.length + renewed.length > 0) await takeAway(tx, orgId, [...gone, ...renewed])
    await putThere(tx, orgId, renewed)
  }
  await forgetPast(tx, orgId, monthsBefore(day, rememberedMonths))
  await noteRound(tx, day)
}

async function contributionsByCategory(tx: Tx, orgId: string, teams: readonly { id: string }[], { index }: Framework) {
  const found = new Map<string, Contribution[]>()
  for (let from = 0; from < teams.length; from += batch) {
    const ids = teams.slice(from, from + batch).map(({ id }) => id)
    for (const { teamId, ...person } of await membersOf(tx, orgId, ids)) {
      if (teamId === null) continue
      for (const [category, contribution] of contributionsOf({ ...person, teamId }, index)) {
        const sofar = found.get(category)
        if (sofar) sofar.push(contribution)
        else found.set(category, [contribution])
      }
    }
  }
  return found
}

function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - months)
  return date.toISOString().slice(0, 10)
}
