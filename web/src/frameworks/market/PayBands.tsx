import type { Claim } from '@plumbline/shared/frameworks/pack-market.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { Section } from '../../ui/Section.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { WhereFrom } from '../WhereFrom.tsx'
import { figureWords } from './figures.ts'
import { PayDrawing } from './PayDrawing.tsx'
import { type PayColumn, payColumns } from './pay-bands.ts'
import './PayBands.css'

type Row = { readonly seniority: (typeof seniority.options)[number] }

/** What each document says that each seniority is paid: side by side, in its own currency, and nothing filled in. */
export function PayBands({ pack }: { pack: Pack }) {
  const sources = payColumns(pack)
  if (sources.length === 0) return null
  const rows: Row[] = seniority.options.map((one) => ({ seniority: one }))
  return (
    <Section
      title="Pay by seniority"
      note="Each document in its own currency and as printed. Nothing is converted, averaged or carried over to a seniority for which none is given."
    >
      <div className="PayBands">
        <Table
          caption="Pay by seniority as printed"
          captionHidden
          columns={columnsOf(sources, pack)}
          rows={rows}
          rowKey={(row) => row.seniority}
        />
        {sources.map((column) => (
          <PayDrawing key={column.key} column={column} />
        ))}
      </div>
    </Section>
  )
}

const columnsOf = (sources: readonly PayColumn[], pack: Pack): Column<Row>[] => [
  { key: 'seniority', head: 'Seniority', cell: (row) => row.seniority, rowHead: true },
  ...sources.map(({ key, title, unit, cells }) => ({
    key,
    head: `${title} (${unit})`,
    cell: (row: Row) => <PayCell claims={cells[row.seniority]} of={`${row.seniority} in ${title}`} pack={pack} />,
  })),
]

function PayCell({ claims, of, pack }: { claims: readonly Claim[]; of: string; pack: Pack }) {
  if (claims.length === 0) return <span className="PayBands-none">none given</span>
  return claims.map((claim) => (
    <div key={claim.id} className="PayBands-cell">
      <span>{claim.figures.slice(0, 1).map(figureWords)}</span>
      <q>{claim.sources[0]?.printed}</q>
      <WhereFrom of={of} sources={claim.sources} pack={pack} />
    </div>
  ))
}
