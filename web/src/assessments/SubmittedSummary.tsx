import type { Fit, MissingSkill } from '@plumbline/shared/heatmap/fit.ts'
import { nameIn } from '@plumbline/shared/levels/name-in.ts'
import type { PackIndex } from '@plumbline/shared/levels/pack-index.ts'
import { useEffect, useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import { LevelCell } from '../ui/LevelCell.tsx'
import { Stat, Stats } from '../ui/Stat.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import './SubmittedSummary.css'

interface SubmittedSummaryProps {
  ratings: number
  /** Skills that the role expects. */
  expected: number
  fit: Fit
  index: PackIndex
  onClose: () => void
}

/** Rows of the list of gaps; the rest is in the number above it. */
const mostGaps = 10

type Row = MissingSkill & { name: string }

const columns: readonly Column<Row>[] = [
  { key: 'skill', head: 'Skill', rowHead: true, cell: (row) => row.name },
  { key: 'mine', head: 'My answer', cell: (row) => <LevelCell level={row.current} below /> },
  { key: 'expected', head: 'Expected', cell: (row) => <LevelCell level={row.expected.level} /> },
  { key: 'importance', head: 'Importance', cell: (row) => row.expected.importance },
]

/** What was handed in, and how one's own answers stand to the role. Takes focus, so that it is read out. */
export function SubmittedSummary({ ratings, expected, fit, index, onClose }: SubmittedSummaryProps) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    head.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [])
  const { missing, unknown } = fit
  const rows = missing.slice(0, mostGaps).map((one) => ({ ...one, name: nameIn(index.skillById, one.expected.skill) }))
  return (
    <section className="SubmittedSummary">
      <h2 ref={head} tabIndex={-1}>
        {ratings} {ratings === 1 ? 'rating is' : 'ratings are'} submitted
      </h2>
      <p>The leads of your team and admins see them from now on. You can change any of them whenever something changes.</p>
      {expected > 0 && (
        <Stats>
          <Stat label="As my role expects, or above" value={`${expected - missing.length - unknown.length} of ${expected}`} />
          <Stat
            label="Below"
            value={missing.length}
            note={missing.length > mostGaps ? `the ${mostGaps} weightiest are below` : undefined}
          />
          <Stat label="Not sure or not answered" value={unknown.length} />
        </Stats>
      )}
      {missing.length > 0 && (
        <Table
          caption="Where my role expects more, the weightiest first"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.expected.skill}
        />
      )}
      <Button onClick={onClose}>Back to my answers</Button>
    </section>
  )
}
