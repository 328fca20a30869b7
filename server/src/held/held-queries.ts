import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { HeldKey } from '@plumbline/shared/privacy/held-classes.ts'
import type { HeldRow } from '@plumbline/shared/privacy/contract.ts'
import { asIdentity, beyondReach } from '#db/client.ts'
import type { Tx } from '#db/client.ts'
import type { HeldTable } from './held-table.ts'
import { heldTables } from './held-tables.ts'

/** Whose rows: a person of an organisation, and the account that acts for them. Null where there is none. */
export interface Whose {
  readonly orgId: string
  readonly personId: string | null
  readonly accountId: string | null
}

const rowsIn = ({ table, column, owner, among, identity, where }: HeldTable, { orgId, personId, accountId }: Whose): SQL => {
  const whose = owner === 'person' ? personId : accountId
  const inside = identity ? sql`` : sql` and x.org_id = ${orgId}`
  const narrowed = where === undefined ? sql`` : sql` and ${sql.raw(where)}`
  const theirs = among ? sql`@> array[${whose}::uuid]` : sql`= ${whose}::uuid`
  return sql`from ${sql.identifier(table)} x where x.${sql.identifier(column)} ${theirs}${inside}${narrowed}`
}

/**
 * Rows of a class, the newest first, one more than `most` where there are more. Ratings that someone gave to people whom they lead no more
 * are beyond their reach, but that they gave them is held on them.
 */
export async function heldRows(tx: Tx, held: HeldTable, whose: Whose, most: number): Promise<HeldRow[]> {
  const columns = Object.entries(held.columns).map(([name, expression]) => sql`${sql.raw(expression)} as ${sql.identifier(name)}`)
  const newest = 'at' in held.columns ? sql` order by ${sql.raw(held.columns['at'] ?? '')} desc` : sql``
  const query = sql`select to_jsonb(r) as row from (select ${sql.join(columns, sql`, `)} ${rowsIn(held, whose)}${newest} limit ${most + 1}) r`
  const read = async (tx: Tx) => (await tx.execute<{ row: HeldRow }>(query)).rows.map(({ row }) => row)
  return held.identity ? asIdentity(tx, read) : beyondReach(tx, () => read(tx))
}

async function countsOf(tx: Tx, tables: readonly HeldTable[], whose: Whose): Promise<[HeldKey, number][]> {
  const counts = tables.map((held) => sql`select ${held.key} as key, count(*)::int as rows ${rowsIn(held, whose)}`)
  const { rows } = await tx.execute<{ key: HeldKey; rows: number }>(sql.join(counts, sql` union all `))
  return rows.map(({ key, rows }) => [key, rows])
}

const ofIdentity = heldTables.filter(({ identity }) => identity)
const ofOrganisation = heldTables.filter(({ identity }) => !identity)

/** How many rows of each class there are: one query for the organisation's tables, one for those of sign-in. */
export async function countHeld(tx: Tx, whose: Whose): Promise<Map<Exclude<HeldKey, 'events'>, number>> {
  const inside = await beyondReach(tx, () => countsOf(tx, ofOrganisation, whose))
  const outside = await asIdentity(tx, (tx) => countsOf(tx, ofIdentity, whose))
  return new Map([...inside, ...outside] as [Exclude<HeldKey, 'events'>, number][])
}

/** Times in an export are in UTC, whatever the database's own setting. */
export const inUtc = (tx: Tx) => tx.execute(sql`select set_config('TimeZone', 'UTC', true)`)
