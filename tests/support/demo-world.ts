import type { TransactionSql } from 'postgres'
import type { Persona } from '@plumbline/shared/demo/contract.ts'
import type { Caller } from './world.ts'
import { emptyWorld } from './world.ts'

/** The demo organisation, and the person who has a draft in it. */
export interface Built {
  readonly orgId: string
  readonly author: string
}

/** A server with the first-run link's token, and ways into the demo: `build` asks for it, `visit` is one of its personas. */
export async function demoWorld() {
  const world = await emptyWorld()
  const { ownerSql } = world
  const token = String(await world.firstRun())
  const build = () => world.nobody.post('/demo', { token })
  const visit = async (as: Persona) => world.withPurpose(await world.nobody.post('/demo/visits', { as, token }))

  /** Reads an organisation as the owner of the tables, for whom row-level security holds as well: drafts are seen by their author alone. */
  const inside = <T>({ orgId, author }: Built, read: (sql: TransactionSql) => Promise<T>) =>
    ownerSql.begin(async (sql) => {
      await sql`select set_config('plumbline.org', ${orgId}, true), set_config('plumbline.reach', 'organisation', true), set_config('plumbline.person', ${author}, true)`
      return read(sql)
    })
  /** What was built, by the person whose assessment waits. */
  const built = async (): Promise<Built> => {
    const [row] = await ownerSql<{ id: string }[]>`select demo_org_id as id from installation`
    const author: string = (await (await visit('engineer')).get('/me')).body.person.id
    return { orgId: String(row?.id), author }
  }
  /** How many rows an organisation has, by table: of every table that has an organisation. */
  const rowsOf = (demo: Built) =>
    inside(demo, async (sql) => {
      const tables = await sql<{ name: string }[]>`
        select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'org_id' order by 1`
      const count = async (name: string) => {
        const [row] = await sql<{ rows: number }[]>`select count(*)::int as rows from ${sql(name)} where org_id = ${demo.orgId}`
        return [name, row?.rows ?? -1] as const
      }
      return Object.fromEntries(await Promise.all(tables.map(({ name }) => count(name))))
    })
  return { ...world, token, build, visit, inside, built, rowsOf }
}

export type DemoWorld = Awaited<ReturnType<typeof demoWorld>>

/** Ids of the demo's teams and people by name, as a visitor reads them. */
export async function namesOf(caller: Caller) {
  type Named = { id: string; name: string }
  const find = (rows: Named[]) => {
    const ids = new Map(rows.map(({ id, name }) => [name, id]))
    return (name: string): string => {
      const id = ids.get(name)
      if (id === undefined) throw new Error(`no ${name} in the demo`)
      return id
    }
  }
  return { team: find((await caller.get('/teams')).body.teams), person: find((await caller.get('/people?limit=200')).body.people) }
}
