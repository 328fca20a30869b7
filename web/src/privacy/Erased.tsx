import type { ErasureProof } from '@plumbline/shared/privacy/erasure.ts'
import { useEffect } from 'react'
import { useSignOut } from '../identity/queries.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table } from '../ui/Table.tsx'
import { Toolbar } from '../ui/Toolbar.tsx'
import { download } from '../ui/download.ts'

const save = (proof: ErasureProof): void => download(JSON.stringify(proof, null, 2), `plumbline-erasure-${proof.id}.json`)

/** The end. The proof is handed over at once, for nobody can ask for it once they have left; the way out is a choice. */
export function Erased({ proof }: { proof: ErasureProof }) {
  const leave = useSignOut()
  useEffect(() => save(proof), [proof])
  const removed = Object.entries(proof.removed).filter(([, rows]) => rows > 0)
  return (
    <>
      <PageHeader title="You were erased" subtitle="The proof was saved as a file. Keep it if you want to show later that this was done." />
      <Toolbar label="After the erasure">
        <Button onClick={() => save(proof)}>
          <Icon name="file" />
          Save the proof again
        </Button>
        <Button variant="primary" onClick={leave}>
          Leave
        </Button>
      </Toolbar>
      <Table
        caption="Deleted, by table of the database"
        rows={removed}
        rowKey={([table]) => table}
        columns={[
          { key: 'table', head: 'Table', rowHead: true, cell: ([table]) => table },
          { key: 'rows', head: 'Rows', numeric: true, cell: ([, rows]) => rows.toLocaleString('en') },
        ]}
      />
    </>
  )
}
