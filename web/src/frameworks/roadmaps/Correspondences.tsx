import type { Roadmap } from '@plumbline/shared/frameworks/pack-learning.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Section } from '../../ui/Section.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { LinkList } from '../LinkList.tsx'
import { type CorrespondenceRow, correspondenceTables } from './correspondence-tables.ts'
import { RoadmapLink } from './RoadmapLink.tsx'
import { StageLink } from './StageLink.tsx'
import './Correspondences.css'

interface CorrespondencesProps {
  pack: Pick<Pack, 'roadmaps' | 'correspondences'>
  /** Only the tables that this roadmap is part of. */
  of?: string
}

/** What in two roadmaps answers to each other, a table for each two. */
export function Correspondences({ pack, of }: CorrespondencesProps) {
  return correspondenceTables(pack)
    .filter(({ left, right }) => of === undefined || of === left.id || of === right.id)
    .map(({ left, right, rows }) => (
      <Section
        key={`${left.id} ${right.id}`}
        title={`${left.name} beside ${right.name}`}
        note={
          <>
            Which stages answer to each other is the framework’s judgement. See <RoadmapLink roadmap={left} /> and{' '}
            <RoadmapLink roadmap={right} />.
          </>
        }
      >
        <div className="Correspondences">
          <Table
            caption={`${left.name} beside ${right.name}`}
            captionHidden
            columns={[...columnsOf(left, 'left'), ...columnsOf(right, 'right')]}
            rows={rows}
            rowKey={({ id }) => id}
          />
        </div>
      </Section>
    ))
}

const columnsOf = (roadmap: Roadmap, side: 'left' | 'right'): Column<CorrespondenceRow>[] => [
  {
    key: side,
    head: roadmap.name,
    cell: ({ [side]: { stages } }) => (
      <LinkList of={stages} none="no stage">
        {(stage) => <StageLink roadmap={roadmap} stage={stage} short />}
      </LinkList>
    ),
  },
  {
    key: `${side} only`,
    head: `Only in ${roadmap.name}`,
    cell: ({ [side]: { only } }) => (only.length === 0 ? '–' : only.join(', ')),
  },
]
