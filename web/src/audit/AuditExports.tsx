import { sentenceOf } from '../api/words.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { download } from '../ui/download.ts'
import { toast } from '../ui/toast.ts'
import type { AuditSearch } from './audit-search.ts'
import { useExports } from './queries.ts'

/** Files of what the filters let through, all pages of it. */
export function AuditExports({ filter }: { filter: Omit<AuditSearch, 'after'> }) {
  const exports = useExports()
  const take = (format: 'csv' | 'jsonl'): void => {
    exports[format].send({ body: filter }).then(
      ({ data }) => download(data, `plumbline-audit-${new Date().toISOString().slice(0, 10)}.${format}`),
      (error: unknown) => toast(`Nothing was exported. ${sentenceOf(error)}`, { kind: 'error' }),
    )
  }
  return (
    <>
      <Button busy={exports.csv.sending} onClick={() => take('csv')}>
        <Icon name="file" />
        Export CSV
      </Button>
      <Button busy={exports.jsonl.sending} onClick={() => take('jsonl')}>
        <Icon name="file" />
        Export JSON lines
      </Button>
    </>
  )
}
