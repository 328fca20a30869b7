import type { ReactNode } from 'react'
import { type Column, Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import type { RoleGap } from './queries.ts'

type Row = RoleGap['skills'][number]

interface RoleSkillsProps {
  role: string
  skills: readonly Row[]
  skillName: (id: string) => string
  /** Further columns, such as the sources. */
  more?: readonly { key: string; head: string; cell: (row: Row) => ReactNode }[] | undefined
}

const importanceTag = ({ importance }: Row) => <Tag tone={importance === 'must' ? 'accent' : 'neutral'}>{importance}</Tag>

const columnsFor = (skillName: (id: string) => string, more: RoleSkillsProps['more'] = []): readonly Column<Row>[] => [
  { key: 'skill', head: 'Skill', rowHead: true, cell: ({ skill }) => skillName(skill) },
  { key: 'importance', head: 'Importance', cell: importanceTag },
  { key: 'missing', head: 'Missing', numeric: true, cell: ({ missing }) => missing },
  { key: 'below', head: 'Below', numeric: true, cell: ({ below }) => below },
  { key: 'notRated', head: 'Not rated', numeric: true, cell: ({ notRated }) => notRated },
  { key: 'unfilled', head: 'Unfilled', numeric: true, cell: ({ unfilled }) => unfilled },
  { key: 'met', head: 'Met', numeric: true, cell: ({ met }) => met },
  { key: 'expected', head: 'Expected', numeric: true, cell: ({ expected }) => expected },
  ...more,
]

/** The missing skills of one role. */
export function RoleSkills({ role, skills, skillName, more }: RoleSkillsProps) {
  const columns = columnsFor(skillName, more)
  return <Table caption={`Missing skills: ${role}`} captionHidden columns={columns} rows={skills} rowKey={({ skill }) => skill} />
}
