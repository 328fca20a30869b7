import type { SQL } from 'drizzle-orm'
import type { Sql } from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { actorOf } from '@plumbline/server/access/actor-of.ts'
import type { Database, Tx } from '@plumbline/server/db/client.ts'
import { auditEvents } from '@plumbline/server/db/schema.ts'
import { getHeatmap } from '@plumbline/server/heatmap/service.ts'
import type { Ctx } from '@plumbline/server/http/context.ts'
import { changePerson } from '@plumbline/server/people/service.ts'
import { answerPractice } from '@plumbline/server/practices/service.ts'
import type { Generated } from './generate.ts'
import type { Case } from './measure.ts'

const isRead = (query: SQL) => JSON.stringify(query.queryChunks[0] ?? '').includes('insert into reads')

/** The same transaction, in which what would be written into the trail and the readers' record is left out. */
function untraced(tx: Tx): Tx {
  const left: Record<string, unknown> = {
    insert: (table: Parameters<Tx['insert']>[0]) => (table === auditEvents ? { values: async () => undefined } : tx.insert(table)),
    execute: async (query: SQL) => (isRead(query) ? { rowCount: 0, rows: [] } : tx.execute(query)),
  }
  return new Proxy(tx, { get: (target, key) => left[String(key)] ?? Reflect.get(target, key, target) })
}

/** Verbs as the server runs them, each in a transaction of its own, with and without what they leave in the trail. */
export async function auditingCases(database: Database, superuser: Sql, accountId: string, made: Generated): Promise<Case[]> {
  const { orgId, personId, leafTeam, wide, largest } = made
  const sessionId = uuidv7()
  await superuser`insert into practices (org_id, id) values (${orgId}, 'idp-01') on conflict do nothing`
  const inTx = (run: (ctx: Ctx) => Promise<unknown>, traced: boolean) => () =>
    database.withTx({ accountId }, {}, async (tx) => {
      const actor = await actorOf(tx, accountId, orgId)
      if (actor === null) throw new Error('the bench has no admin')
      return run({ tx: traced ? tx : untraced(tx), actor, by: { means: 'session', sessionId, purpose: 'development' } })
    })
  let answers = 0
  const answer = async (ctx: Ctx) => {
    const where = { teamId: leafTeam, practiceId: 'idp-01' }
    await answerPractice(ctx, where, answers++, { answer: answers % 2 === 0 ? 'all' : 'most', evidence: null, note: '' })
  }
  let version = 1
  const change = (ctx: Ctx) => changePerson(ctx, personId, version++, { seniority: version % 2 === 0 ? 'senior' : 'mid' })
  const writes = (name: string, run: (ctx: Ctx) => Promise<unknown>): Case[] => [
    { name: `${name}, without its event`, run: inTx(run, false) },
    { name, floor: `${name}, without its event`, run: inTx(run, true) },
  ]
  const reads = ({ team, people }: { team: string; people: number }): Case[] => {
    const floor = `verb: heatmap of ${people}, without its read`
    const open = (ctx: Ctx) => getHeatmap(ctx, team)
    return [
      { name: floor, run: inTx(open, false) },
      { name: `verb: heatmap of ${people}, read again within the hour`, floor, run: inTx(open, true) },
      {
        name: `verb: heatmap of ${people}, read anew`,
        floor,
        before: () => superuser`delete from reads where org_id = ${orgId} and subject = ${`team:${team}`}`,
        run: inTx(open, true),
      },
    ]
  }
  const teams = [{ team: leafTeam, people: 8 }, wide, ...(largest.people > wide.people ? [largest] : [])]
  return [...writes('verb: answer a practice', answer), ...writes('verb: change a person', change), ...teams.flatMap(reads)]
}
