import { Tag } from '../../ui/Tag.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { BasisTag } from '../BasisTag.tsx'
import { LinkList } from '../LinkList.tsx'
import type { Framework } from '../queries.ts'
import { RoleLink } from '../RoleLink.tsx'
import { SkillLink } from '../SkillLink.tsx'
import { WhereFrom } from '../WhereFrom.tsx'
import { CertificationLink } from './CertificationLink.tsx'
import { type Certification, effects } from './effects.ts'
import { Printed } from './Printed.tsx'
import './CertificationsTable.css'

/** Every certification with what is printed about it, for whom it is, and what it is evidence for. */
export function CertificationsTable({ pack, index }: Framework) {
  return (
    <div className="CertificationsTable">
      <Table
        caption="Certifications and what is printed about them"
        captionHidden
        columns={columnsOf({ pack, index })}
        rows={pack.certifications}
        rowKey={({ id }) => id}
        empty="The framework has no certifications."
      />
    </div>
  )
}

const columnsOf = ({ pack, index }: Framework): Column<Certification>[] => [
  {
    key: 'name',
    head: 'Certification',
    rowHead: true,
    cell: (one) => (
      <>
        <CertificationLink certification={one} /> {one.replacedBy !== null && <Tag>replaced</Tag>}{' '}
        <WhereFrom of={one.name} sources={one.sources} pack={pack} />
      </>
    ),
  },
  ...effects.map(({ key, label }) => ({ key, head: label, cell: (one: Certification) => <Printed text={one[key]} /> })),
  { key: 'roles', head: 'For', cell: (one) => <ForRoles of={one} index={index} /> },
  {
    key: 'skills',
    head: 'Evidence for',
    cell: (one) => (
      <LinkList of={one.skills.flatMap((id) => index.skillById.get(id) ?? [])}>{(skill) => <SkillLink skill={skill} />}</LinkList>
    ),
  },
]

/** The roles of a certification, those that a document names first. */
function ForRoles({ of: { roles }, index }: { of: Certification } & Pick<Framework, 'index'>) {
  if (roles.length === 0) return 'no role'
  return (['stated', 'derived'] as const).map((basis) => {
    const named = roles.filter((one) => one.basis === basis).flatMap(({ role }) => index.roleById.get(role) ?? [])
    return (
      named.length > 0 && (
        <div key={basis}>
          <BasisTag basis={basis} /> <LinkList of={named}>{(role) => <RoleLink role={role} />}</LinkList>
        </div>
      )
    )
  })
}
