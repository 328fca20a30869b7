import type { Tx } from '#db/client.ts'
import { insertVersion, newestShipped, rememberIds, shippedByVersion } from './queries.ts'

/** The version that a new organisation begins with. */
export async function firstVersion(tx: Tx): Promise<string> {
  const version = await newestShipped(tx)
  if (version === undefined) throw new Error('no framework is loaded')
  return version
}

/** Gives the organisation of the transaction a version that comes with the product. */
export async function adoptShipped(tx: Tx, version: string): Promise<void> {
  const shipped = await shippedByVersion(tx, version)
  if (!shipped) throw new Error(`the framework ${version} is not loaded`)
  await insertVersion(tx, { version, shipped: version })
  await rememberIds(tx, shipped.content)
}
