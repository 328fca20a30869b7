import { allOrganisations } from './db/all-organisations.ts'
import { openDatabase } from './db/client.ts'
import type { Connection } from './db/client.ts'
import { verifyTrail } from './audit/verify.ts'

/** `--head <organisation>=<hash>`, as often as wanted. Throws where an argument is none of that form. */
export function readHeads(args: readonly string[]): Map<string, string[]> {
  const heads = new Map<string, string[]>()
  for (let at = 0; at < args.length; at += 2) {
    const [, orgId, hash] = /^([0-9a-f-]{36})=([0-9a-f]{64})$/.exec(args[at + 1] ?? '') ?? []
    if (args[at] !== '--head' || orgId === undefined || hash === undefined)
      throw new Error('audit-verify takes --head <organisation>=<hash> only, as it printed them before.')
    heads.set(orgId, [...(heads.get(orgId) ?? []), hash])
  }
  return heads
}

/** Verifies the audit trail of every organisation, each at one point of time. Gives back what to print, and whether every trail is whole. */
export async function verifyAudit(connection: Connection, heads: ReadonlyMap<string, readonly string[]>) {
  const database = openDatabase(connection, { poolSize: 1 })
  const lines: string[] = []
  let whole = true
  const flawed = (line: string) => {
    whole = false
    lines.push(`broken: ${line}`)
  }
  try {
    const all = await allOrganisations(connection)
    for (const orgId of all) {
      const options = { readOnly: true, as: 'plumbline_sealer', statementMs: 600_000, isolation: 'repeatable read' } as const
      const { flaws, sealed, pending, head } = await database.withTx({ orgId }, options, (tx) => verifyTrail(tx, orgId, heads.get(orgId)))
      for (const flaw of flaws) flawed(`organisation ${orgId}: ${flaw}`)
      lines.push(`organisation ${orgId}: ${sealed} events sealed, ${pending} not yet`)
      if (head !== null) lines.push(`head ${orgId}=${head}`)
    }
    for (const orgId of heads.keys()) if (!all.includes(orgId)) flawed(`organisation ${orgId}: it is gone, with its trail`)
  } finally {
    await database.close()
  }
  return { lines, whole }
}
