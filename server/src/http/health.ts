import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Database } from '#db/client.ts'

interface Wall {
  [name: string]: unknown
  role_ok: boolean
  tables_ok: boolean
}

/** True where the transaction's role bypasses nothing, owns nothing, and every table with an `org_id` has row-level security enabled and forced. */
const readWall = (database: Database) =>
  database.withTx({}, { readOnly: true, statementMs: 3000 }, async (tx) => {
    const { rows } = await tx.execute<Wall>(sql`
      select
        (select not (rolsuper or rolbypassrls) and not exists (select from pg_class where relowner = pg_roles.oid)
           from pg_roles where rolname = current_user) as role_ok,
        not exists (
          select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
            and (c.relname = 'organisations' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped))
        ) as tables_ok`)
    return rows[0]
  })

/**
 * `/live`: the process answers. `/ready`: the database answers, its wall stands, and we are not stopping. `others` are shown beside it and do not
 * count: a server that is taken out of service because a sign-in provider is down helps nobody who is signed in or has a password.
 */
export function health(database: Database, isStopping: () => boolean, others: () => Record<string, boolean>): Hono {
  return new Hono()
    .get('/live', (c) => c.json({ live: true }))
    .get('/ready', async (c) => {
      const wall = await readWall(database).catch(() => null)
      const checks = {
        serving: !isStopping(),
        database: wall !== null,
        role: wall?.role_ok === true,
        rowLevelSecurity: wall?.tables_ok === true,
      }
      const ready = Object.values(checks).every(Boolean)
      return c.json({ ready, checks: { ...checks, ...others() } }, ready ? 200 : 503, { 'Cache-Control': 'no-store' })
    })
}
