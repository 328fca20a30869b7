import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { MigrationRefused } from './migrate-plan.ts'
import type { MigrationFile } from './migrate-plan.ts'

const namePattern = /^(?<position>\d{4})_[a-z0-9]+(?:_[a-z0-9]+)*\.sql$/
const ownTransaction = /^\s*(?:begin(?!\s+atomic)|start\s+transaction|commit|rollback)\b[^;]*;/im

/**
 * Reads the migrations of a folder; files that do not end in `.sql` are none.
 * @throws MigrationRefused for a file with another kind of name, or one that would begin or end a transaction of its own.
 */
export async function readMigrations(dir: string): Promise<MigrationFile[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(names.map(async (name) => parseMigration(name, await readFile(join(dir, name), 'utf8'))))
}

/** One migration from its name and content. The hash is that of the text with Unix line ends, so that a checkout on Windows agrees. */
export function parseMigration(name: string, content: string): MigrationFile {
  const position = namePattern.exec(name)?.groups?.['position']
  if (position === undefined) throw new MigrationRefused(`${name} is not named like 0001_words_of_a_sentence.sql. Rename it.`)
  const text = content.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  if (ownTransaction.test(withoutBodies(text)))
    throw new MigrationRefused(`${name} begins or ends a transaction. Remove that: each file is applied in one transaction anyway.`)
  return { position: Number(position), name, hash: createHash('sha256').update(text).digest('hex'), text }
}

// The `begin` of a function body is no transaction.
const withoutBodies = (text: string) => text.replace(/(\$\w*\$).*?\1/gs, '')
