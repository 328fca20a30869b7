import { retentionClassIds } from '@plumbline/shared/retention/classes.ts'
import type { Tx } from '#db/client.ts'
import { countDue } from './due-queries.ts'

/** What the next run would remove if it ran now, a query a class. */
export async function dueNow(tx: Tx, orgId: string) {
  const classes = []
  for (const id of retentionClassIds) classes.push({ class: id, ...(await countDue(tx, orgId, id)) })
  return classes
}
