import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Section } from '../../ui/Section.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { entriesOf } from '../entries-of.ts'
import { WhereFrom } from '../WhereFrom.tsx'
import { CertificationLink } from './CertificationLink.tsx'
import type { Certification } from './effects.ts'
import './CertificationsTable.css'

type Compared = Pack['comparisons'][number]
type Point = Compared['points'][number]

/** Certifications set beside each other point by point: in our words, and as printed. */
export function Comparison({ comparison: { name, of, points }, pack }: { comparison: Compared; pack: Pack }) {
  const certifications = entriesOf(pack.certifications, of)
  return (
    <Section
      title={name}
      note={
        <>
          As one document compares them. The ratings are its author’s words, no measurements. See{' '}
          {certifications.map((one, at) => (
            <span key={one.id}>
              {at > 0 && ' and '}
              <CertificationLink certification={one} />
            </span>
          ))}
          .
        </>
      }
    >
      <div className="Comparison">
        <Table caption={name} captionHidden columns={columnsOf(certifications, pack)} rows={points} rowKey={({ id }) => id} />
      </div>
    </Section>
  )
}

const columnsOf = (certifications: readonly Certification[], pack: Pick<Pack, 'documents'>): Column<Point>[] => [
  {
    key: 'factor',
    head: 'Point',
    rowHead: true,
    cell: ({ factor, sources }) => (
      <>
        {factor} <WhereFrom of={factor} sources={sources} pack={pack} />
      </>
    ),
  },
  ...certifications.map((one) => ({
    key: one.id,
    head: one.name,
    cell: (point: Point) => <Values of={point} certification={one.id} />,
  })),
]

function Values({ of: { values }, certification }: { of: Point; certification: string }) {
  const value = values.find((one) => one.certification === certification)
  if (value === undefined) return <span className="Printed-none">nothing printed</span>
  return (
    <>
      {value.text}
      {value.printed !== undefined && <q>{value.printed}</q>}
    </>
  )
}
