import type { Sort } from '../ui/SortButton.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { MissingBar, MissingLegend } from './MissingBar.tsx'
import type { SkillGap } from './queries.ts'
import { RoleSplit } from './RoleSplit.tsx'

interface SkillGapsProps {
  /** In the order to show. */
  skills: readonly SkillGap[]
  skillName: (id: string) => string
  /** Given, each skill opens to the roles that miss somebody. */
  roleName?: (id: string) => string
  sort?: Sort | undefined
  onSort?: (sort: Sort) => void
}

const number = (key: keyof SkillGap & string, head: string, cell: (row: SkillGap) => number): Column<SkillGap> => {
  return { key, head, numeric: true, sortable: true, cell }
}

function columnsFor({ skills, skillName, roleName }: SkillGapsProps): readonly Column<SkillGap>[] {
  const most = Math.max(...skills.map(({ missing }) => missing))
  const split = ({ roles }: SkillGap) => roleName && <RoleSplit roles={roles} roleName={roleName} />
  const bar = ({ below, notRated, unfilled }: SkillGap) => <MissingBar {...{ below, notRated, unfilled, most }} />
  return [
    { key: 'skill', head: 'Skill', rowHead: true, sortable: true, cell: ({ skill }) => skillName(skill) },
    { key: 'bar', head: 'Missing, by kind', cell: bar },
    number('mustMissing', 'Missing where a must', (row) => row.mustMissing),
    number('missing', 'Missing', (row) => row.missing),
    number('below', 'Below', (row) => row.below),
    number('notRated', 'Not rated', (row) => row.notRated),
    number('unfilled', 'Unfilled', (row) => row.unfilled),
    number('met', 'Met', (row) => row.met),
    number('expected', 'Expected', (row) => row.expected),
    ...(roleName ? [{ key: 'roles', head: 'Missing in', cell: split }] : []),
  ]
}

/** What is missing per skill over all chosen teams. */
export function SkillGaps(props: SkillGapsProps) {
  const { skills, sort, onSort } = props
  return (
    <>
      <MissingLegend />
      <Table
        caption="Missing per skill"
        captionHidden
        columns={columnsFor(props)}
        rows={skills}
        rowKey={({ skill }) => skill}
        sort={sort}
        {...(onSort && { onSort })}
      />
    </>
  )
}
