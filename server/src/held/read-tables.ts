import { ofOrganisation } from './held-table.ts'
import type { HeldTable } from './held-table.ts'

const team = `(select t.name from teams t where t.org_id = x.org_id and x.subject = 'team:' || t.id)`
const reader = '(select p.name from people p where (p.org_id, p.id) = (x.org_id, x.person_id))'
const what = { what: 'what', team, purpose: 'purpose', people: 'cardinality(x.people)', rows: `x.detail -> 'rows'` }
const leftOut = { ...ofOrganisation, hour: 'the hour of the time that is given', digest: 'tells the same read again from another' }

/** Who read whose data. */
export const readTables: readonly HeldTable[] = [
  {
    key: 'readsOfYou',
    table: 'reads',
    column: 'people',
    owner: 'person',
    among: true,
    columns: { id: 'id', at: 'at', reader, ...what },
    leftOut: { ...leftOut, account_id: 'the reader’s', session_id: 'the reader’s', means: 'the reader’s' },
  },
  {
    key: 'readsByYou',
    table: 'reads',
    column: 'account_id',
    owner: 'account',
    columns: {
      id: 'id',
      at: 'at',
      means: 'means',
      sessionId: 'session_id',
      personId: 'person_id',
      subject: 'subject',
      detail: 'detail',
      ...what,
    },
    leftOut: { ...leftOut, people: 'the ids of others' },
  },
]
