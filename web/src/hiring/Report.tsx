import type { HiringReport } from '@plumbline/shared/hiring/contract.ts'
import { type Level, levelNamesOf } from '@plumbline/shared/levels/level.ts'
import { Section } from '../ui/Section.tsx'
import { numberSources } from './report-notes.ts'
import { ReportAbout } from './ReportAbout.tsx'
import { ReportSources } from './ReportSources.tsx'
import { RoleSkills } from './RoleSkills.tsx'
import { roleWords } from './RoleGaps.tsx'
import { Rule } from './Rule.tsx'
import { SkillGaps } from './SkillGaps.tsx'
import './Report.css'

/** All that a report says, by the names that it kept. */
export function Report({ report }: { report: HiringReport }) {
  const { gaps } = report
  const skillName = (id: string) => report.skillNames[id] ?? id
  const roleName = (id: string) => report.roleNames[id] ?? id
  const sources = numberSources(report)
  return (
    <div className="Report">
      <ReportAbout report={report} />
      <Section title="How it was counted">
        <Rule sentences={report.rule} />
      </Section>
      <Section title="By skill" note={coveredWords(gaps.covered)}>
        <SkillGaps skills={gaps.skills} skillName={skillName} />
      </Section>
      {gaps.roles.map((role) => (
        <Section
          key={role.role}
          title={roleName(role.role)}
          note={`${roleWords(role)}${role.unfilled > 0 ? `; ${role.unfilled} unfilled` : ''}.`}
        >
          {role.skills.length > 0 && (
            <RoleSkills
              role={roleName(role.role)}
              skills={role.skills}
              skillName={skillName}
              more={expectationColumns(report, role.role, sources)}
            />
          )}
        </Section>
      ))}
      <ReportSources notes={sources.notes} documents={report.documents} />
    </div>
  )
}

const coveredWords = (covered: number) =>
  covered === 0
    ? 'Over all roles.'
    : `Over all roles. In ${covered === 1 ? '1 further skill' : `${covered} further skills`} nobody is missing.`

type Row = HiringReport['gaps']['roles'][number]['skills'][number]

function expectationColumns(report: HiringReport, role: string, sources: ReturnType<typeof numberSources>) {
  const { expectations } = report
  const names = levelNamesOf(report)
  const of = ({ skill }: Row) => expectations[role]?.[skill]
  const levelWords = (expected: { level: Level } | undefined) => (expected ? `${expected.level}\u00a0${names[expected.level]}` : '')
  const links = ({ skill }: Row) => <NoteLinks numbers={sources.of(role, skill)} />
  return [
    { key: 'level', head: 'Level at mid', cell: (row: Row) => levelWords(of(row)) },
    { key: 'basis', head: 'Basis', cell: (row: Row) => of(row)?.basis },
    { key: 'sources', head: 'Sources', cell: links },
  ]
}

function NoteLinks({ numbers }: { numbers: readonly number[] }) {
  return (
    <span className="NoteLinks">
      {numbers.map((number) => (
        <a key={number} href={`#source-${number}`}>
          {number}
        </a>
      ))}
    </span>
  )
}
