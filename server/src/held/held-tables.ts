import { accessTables } from './access-tables.ts'
import type { HeldTable } from './held-table.ts'
import { readTables } from './read-tables.ts'
import { workTables } from './work-tables.ts'

/** Where what is held on a person is. A table that is missing here turns a test red. */
export const heldTables: readonly HeldTable[] = [...accessTables, ...workTables, ...readTables]

/** Columns that name a person or an account, or hold an address, and are in no class, with the reason. */
export const notExported: Readonly<Record<string, string>> = {
  'idempotency_keys.account_id': 'Answers kept for a retry of your own requests; they say again what stands elsewhere, and go when you do.',
  'person_keys.person_id': 'The key with which what the audit trail says of you is sealed. The events are in the file, opened.',
  'sign_in_steps.account_id': 'A sign-in that still owes its second step; it holds nothing else of you, and goes within minutes.',
  'sign_in_tries.subject': 'Failed tries to sign in, under a keyed hash that only your address gives; they go within a day.',
}
