import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import type { ExpectedSkill } from '@plumbline/shared/levels/pack-index.ts'
import { Details } from '../../ui/Details.tsx'
import { LevelCell } from '../../ui/LevelCell.tsx'
import { Section } from '../../ui/Section.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { BasisTag } from '../BasisTag.tsx'
import { LinkList } from '../LinkList.tsx'
import { SkillLink } from '../SkillLink.tsx'
import type { Framework } from '../queries.ts'
import './RoleComparison.css'
import { type Difference, type DifferenceLine, differences, roleDifference } from './role-difference.ts'

interface RoleComparisonProps {
  framework: Framework
  here: Pack['roles'][number]
  there: Pack['roles'][number]
  seniority: Seniority
}

/** Where two roles differ, the skills of only one of them first. */
export function RoleComparison({ framework: { pack, index }, here, there, seniority }: RoleComparisonProps) {
  const lines = Map.groupBy(roleDifference(pack, index, { here: here.id, there: there.id, seniority }), ({ difference }) => difference)
  const words: Readonly<Record<Difference, string>> = {
    'only here': `only ${here.name}`,
    higher: `higher as ${here.name}`,
    same: 'the same',
    lower: `higher as ${there.name}`,
    'only there': `only ${there.name}`,
  }
  const counts = differences.map((one) => `${lines.get(one)?.length ?? 0} ${words[one]}`)
  const rows = (['only here', 'higher', 'lower', 'only there'] as const).flatMap((one) => lines.get(one) ?? [])
  const same = lines.get('same') ?? []
  return (
    <Section title={`${here.name} beside ${there.name}`} note={`At ${seniority}: ${counts.join(', ')}.`}>
      <div className="RoleComparison">
        <Table
          caption={`Skills in which ${here.name} and ${there.name} differ`}
          captionHidden
          columns={columnsOf(here.name, there.name, words)}
          rows={rows}
          rowKey={({ skill }) => skill.id}
          empty="They expect the same."
        />
      </div>
      {same.length > 0 && (
        <Details summary={`${same.length} skills at the same level`}>
          <LinkList of={same.map(({ skill }) => skill)}>{(skill) => <SkillLink skill={skill} />}</LinkList>
        </Details>
      )}
    </Section>
  )
}

const columnsOf = (here: string, there: string, words: Readonly<Record<Difference, string>>): Column<DifferenceLine>[] => [
  { key: 'skill', head: 'Skill', cell: ({ skill }) => <SkillLink skill={skill} />, rowHead: true },
  { key: 'here', head: here, cell: (line) => <Expected of={line.here} /> },
  { key: 'there', head: there, cell: (line) => <Expected of={line.there} /> },
  { key: 'difference', head: 'Difference', cell: ({ difference }) => words[difference] },
]

function Expected({ of }: { of: ExpectedSkill | null }) {
  if (of === null) return 'not expected'
  return (
    <>
      <LevelCell level={of.level} /> {of.importance} <BasisTag basis={of.basis} />
    </>
  )
}
