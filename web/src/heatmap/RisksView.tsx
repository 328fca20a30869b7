import { nameIn } from '@plumbline/shared/levels/name-in.ts'
import { useMemo } from 'react'
import type { Framework } from '../frameworks/queries.ts'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Section.tsx'
import { Select } from '../ui/Select.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { AbsenceNotice } from './AbsenceNotice.tsx'
import type { TeamHeatmap } from './queries.ts'
import { nearest } from './risks.ts'
import type { TeamSearch } from './team-search.ts'
import './RisksView.css'

interface RisksViewProps {
  heatmap: TeamHeatmap
  framework: Framework
  search: TeamSearch
  onSearch: (change: Partial<TeamSearch>) => void
}

interface Risk {
  skill: string
  name: string
  holder: string
  next: string
}

const skillColumn: Column<Risk> = { key: 'skill', head: 'Skill', cell: (risk) => risk.name, rowHead: true }
const nextColumn: Column<Risk> = { key: 'next', head: 'Nearest to it', cell: (risk) => risk.next }
const singleColumns: readonly Column<Risk>[] = [skillColumn, { key: 'holder', head: 'Held by', cell: (risk) => risk.holder }, nextColumn]

/** What hangs on one person, what nobody holds, and what would if somebody were away. */
export function RisksView({ heatmap: { people, singlePoints, uncovered }, framework, search: { away }, onSearch }: RisksViewProps) {
  const { index } = framework
  const { single, open } = useMemo(() => {
    const names = new Map(people.map((person) => [person.id, person.name]))
    const riskOf = (id: string, holder = ''): Risk => {
      const skill = index.skillById.get(id)
      const next = nearest(people, skill?.position ?? -1)
      return {
        skill: id,
        name: nameIn(index.skillById, id),
        holder,
        next: next === null ? 'nobody' : `${next.names.slice(0, 3).join(', ')} at ${next.level}`,
      }
    }
    return {
      single: singlePoints.map(({ skill, personId }) => riskOf(skill, names.get(personId))),
      open: uncovered.map((skill) => riskOf(skill)),
    }
  }, [people, singlePoints, uncovered, index])
  return (
    <>
      <Section
        title="If somebody is away"
        note="A holiday, an illness, a new job: what the team would lose, worked out from the levels as they are now."
      >
        <div className="RisksView-away">
          <Select
            label="Away"
            labelHidden
            value={away ?? ''}
            options={[{ value: '', label: 'Choose a person' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={(id) => onSearch({ away: id === '' ? undefined : id })}
          />
          {away !== undefined && <AbsenceNotice {...{ people, index, away }} />}
        </div>
      </Section>
      <Section
        title="Single points of failure"
        note="Skills that are a must for a role here, and that exactly one person holds at level 3 or above: they stop when this person is away."
      >
        {single.length === 0 ? (
          <Notice kind="ok">No skill hangs on one person alone.</Notice>
        ) : (
          <Table caption="Single points of failure" captionHidden columns={singleColumns} rows={single} rowKey={(risk) => risk.skill} />
        )}
      </Section>
      <Section
        title="Uncovered"
        note="Skills that are a must for a role here, and that nobody is shown to hold at level 3 or above. Not rated counts as not shown."
      >
        {open.length === 0 ? (
          <Notice kind="ok">Every must skill is held by somebody.</Notice>
        ) : (
          <Table
            caption="Uncovered must skills"
            captionHidden
            columns={[skillColumn, nextColumn]}
            rows={open}
            rowKey={(risk) => risk.skill}
          />
        )}
      </Section>
    </>
  )
}
