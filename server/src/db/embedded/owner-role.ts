import postgres from 'postgres'
import type { Endpoint } from './endpoint.ts'

/** What postgres.js wants to know to connect: `postgres(connection)`. */
export interface Connection extends Endpoint {
  user: string
  database: string
}

/**
 * Makes the role that owns the app's database, and that database, unless they are there. The role may make roles and databases but is
 * no superuser and is bound by row-level security.
 */
export async function ensureOwner(endpoint: Endpoint): Promise<Connection> {
  const sql = postgres({ ...endpoint, user: 'postgres', database: 'postgres', max: 1 })
  try {
    const [found] = await sql`
      select exists (select from pg_roles where rolname = 'plumbline_owner') as role,
             exists (select from pg_database where datname = 'plumbline') as database`
    if (!found?.['role']) await sql`create role plumbline_owner login createrole createdb nosuperuser nobypassrls`
    // The password is our own hexadecimal text, and PostgreSQL takes no parameter in this place.
    if (endpoint.password) await sql.unsafe(`alter role plumbline_owner password '${endpoint.password}'`)
    if (!found?.['database']) await sql`create database plumbline owner plumbline_owner`
  } finally {
    await sql.end({ timeout: 5 })
  }
  return { ...endpoint, user: 'plumbline_owner', database: 'plumbline' }
}
