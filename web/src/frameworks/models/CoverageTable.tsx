import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Details } from '../../ui/Details.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { LinkList } from '../LinkList.tsx'
import { SkillLink } from '../SkillLink.tsx'
import type { CoveredItem } from './model-coverage.ts'
import './CoverageTable.css'

const columns: Column<CoveredItem>[] = [
  { key: 'name', head: 'Item', rowHead: true, cell: ({ name }) => name },
  { key: 'practices', head: 'Practices', cell: ({ practices }) => <Practices practices={practices} /> },
  {
    key: 'skills',
    head: 'Skills',
    cell: ({ skills }) => (
      <LinkList of={skills} none={<None />}>
        {(skill) => <SkillLink skill={skill} />}
      </LinkList>
    ),
  },
]

/** The items of one model, and the practices and skills that are set beside each. */
export function CoverageTable({ name, items }: { name: string; items: readonly CoveredItem[] }) {
  return <Table caption={`Items of ${name}`} captionHidden columns={columns} rows={items} rowKey={({ id }) => id} />
}

function Practices({ practices }: Pick<CoveredItem, 'practices'>) {
  if (practices.length === 0) return <None />
  return (
    <Details summary={practices.length === 1 ? '1 practice' : `${practices.length} practices`}>
      <ul className="CoverageTable-practices">
        {practices.map(({ id, name }) => (
          <li key={id}>
            <Link to={paths.frameworkPractice} params={{ practiceId: id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Details>
  )
}

const None = () => <span className="CoverageTable-none">none</span>
