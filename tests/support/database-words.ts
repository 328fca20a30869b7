import postgres from 'postgres'
import { onTestFinished } from 'vitest'
import type { World } from './world.ts'

/** Where each of these words stands in the database: `table.column`, whoever may read it. Bytes are read as letters, and base64 is decoded. */
export async function placesOf(world: World, words: readonly string[]): Promise<Record<string, string[]>> {
  const superuser = postgres({ ...world.connection, user: 'postgres', max: 1, onnotice: () => undefined })
  onTestFinished(() => superuser.end())
  const columns = await superuser<{ table: string; column: string; type: string }[]>`
    select c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, 2`
  const places: Record<string, string[]> = Object.fromEntries(words.map((word) => [word, []]))
  for (const { table, column, type } of columns) {
    const value = type === 'bytea' ? superuser`encode(${superuser(column)}, 'base64')` : superuser`${superuser(column)}::text`
    const rows = await superuser<{ value: string | null }[]>`select ${value} as value from ${superuser(table)}`
    const text = rows.map((row) => withDecoded(row.value ?? '')).join('\n')
    for (const word of words) if (text.includes(word.toLowerCase())) places[word]?.push(`${table}.${column}`)
  }
  return places
}

const withDecoded = (text: string): string => {
  const decoded = (text.match(/[A-Za-z0-9+/\n]{12,}={0,2}/g) ?? []).map((part) => Buffer.from(part, 'base64').toString('utf8'))
  return [text, ...decoded].join('\n').toLowerCase()
}
