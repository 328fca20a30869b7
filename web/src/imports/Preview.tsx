import type { ImportPreview } from '@plumbline/shared/imports/contract.ts'
import { useId } from 'react'
import { Button } from '../ui/Button.tsx'
import { Details } from '../ui/Details.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Section.tsx'
import { Stat, Stats } from '../ui/Stat.tsx'
import { PreviewRows } from './PreviewRows.tsx'
import { whyNotApply } from './why-not-apply.ts'

interface PreviewProps {
  preview: ImportPreview
  /** The file was edited since. */
  isOld: boolean
  busy: boolean
  onApply: () => void
}

/** What the file would do, what is wrong with it, and the button that does it. */
export function Preview({ preview, isOld, busy, onApply }: PreviewProps) {
  const { rows, teams, problems, counts } = preview
  const id = useId()
  const reason = whyNotApply(preview, isOld)
  return (
    <Section title="What the file would do">
      <Stats>
        <Stat label="To add" value={counts.add.toLocaleString('en')} />
        <Stat label="To change" value={counts.change.toLocaleString('en')} />
        <Stat label="As before" value={counts.same.toLocaleString('en')} />
        <Stat label="To correct" value={counts.wrong.toLocaleString('en')} tone={counts.wrong > 0 ? 'danger' : 'neutral'} />
        <Stat label="Teams to add" value={teams.length.toLocaleString('en')} />
      </Stats>
      {problems.length > 0 && (
        <Notice kind="error" title="The file as a whole needs correcting">
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="ImportFile-foot">
        <Button variant="primary" busy={busy} disabled={reason !== null} aria-describedby={`${id}-reason`} onClick={onApply}>
          Import
        </Button>
        <span id={`${id}-reason`} role="status">
          {reason ?? 'All rows or none: if anything is refused, nothing is written.'}
        </span>
      </div>
      {teams.length > 0 && (
        <Details summary={`Teams to add (${teams.length})`}>
          <ul className="ImportFile-teams">
            {teams.map((team) => (
              <li key={team}>{team}</li>
            ))}
          </ul>
        </Details>
      )}
      {/* A new preview begins with its own first page. */}
      {rows.length > 0 && <PreviewRows key={rowsKey(preview)} rows={rows} />}
    </Section>
  )
}

const rowsKey = ({ counts }: ImportPreview): string => Object.values(counts).join(' ')
