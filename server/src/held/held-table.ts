import type { HeldKey } from '@plumbline/shared/privacy/held-classes.ts'

/** A table with rows of a person, and which of its columns are theirs to have. The expressions are constants of ours, over the table as `x`. */
export interface HeldTable {
  readonly key: Exclude<HeldKey, 'events'>
  readonly table: string
  /** The column that says whose a row is, and whether by person or by account. */
  readonly column: string
  readonly owner: 'person' | 'account'
  /** The column holds many ids, of which one is theirs. */
  readonly among?: true
  /** Kept for sign-in, outside of organisations, and read as its role. */
  readonly identity?: true
  /** Narrows further. */
  readonly where?: string
  /** Names in the export. `at` is when; `id`, where there is one, tells rows apart. */
  readonly columns: Readonly<Record<string, string>>
  /** Columns that are not in the export, with the reason. */
  readonly leftOut?: Readonly<Record<string, string>>
}

export const ofOrganisation = { org_id: 'the organisation is named once for all' }
export const secret = 'a secret, or the trace of one: it would let whoever reads the file in'
/** Names and levels in place of ids and positions. */
export const team = '(select t.name from teams t where (t.org_id, t.id) = (x.org_id, x.team_id))'
export const bySkill = (array: string) => `(select jsonb_object_agg(s.id, x.${array}[s.position + 1] order by s.id) from skills s
  where s.org_id = x.org_id and x.${array}[s.position + 1] is not null)`
