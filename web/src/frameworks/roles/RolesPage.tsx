import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link, useParams } from '@tanstack/react-router'
import { useMe } from '../../organisations/queries.ts'
import { paths } from '../../paths.ts'
import { type Column, Table } from '../../ui/Table.tsx'
import { Section } from '../../ui/Section.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { NoSuchEntry } from '../NoSuchEntry.tsx'
import { titleWords } from '../framework-words.ts'
import type { Framework } from '../queries.ts'
import { type RoleSheet, roleSheet } from '../role-sheet.ts'
import { Personas } from './Personas.tsx'
import './Roles.css'

/** The job titles of the framework, and the people whom the documents name beside them. */
export function RolesPage() {
  const { personaId } = useParams({ strict: false })
  return (
    <FrameworkSection
      title="Roles"
      subtitle="The job titles that skills are expected of, and the people whom the documents name beside them."
    >
      {(framework) => {
        const { personas } = framework.pack
        if (personaId !== undefined && !personas.some(({ id }) => id === personaId))
          return <NoSuchEntry kind="person" id={personaId} action={<ButtonLink to={paths.frameworkRoles}>All roles</ButtonLink>} />
        return (
          <>
            <Roles framework={framework} />
            <Personas framework={framework} marked={personaId} />
          </>
        )
      }}
    </FrameworkSection>
  )
}

/** A row per role; one's own is marked. */
const columnsOf = (own: string | null): Column<{ role: Pack['roles'][number]; sheet: RoleSheet }>[] => [
  {
    key: 'role',
    head: 'Role',
    rowHead: true,
    cell: ({ role }) => (
      <>
        <Link to={paths.frameworkRole} params={{ roleId: role.id }}>
          {role.name}
        </Link>
        {role.id === own && (
          <>
            {' '}
            <Tag tone="accent">my role</Tag>
          </>
        )}
      </>
    ),
  },
  { key: 'summary', head: 'What it is', cell: ({ role }) => role.summary },
  { key: 'title', head: 'Title', cell: ({ role }) => <Tag>{titleWords[role.title].tag}</Tag> },
  { key: 'expected', head: 'Skills', numeric: true, cell: ({ sheet }) => sheet.expected },
  { key: 'must', head: 'Must', numeric: true, cell: ({ sheet }) => sheet.must },
  { key: 'stated', head: 'Stated', numeric: true, cell: ({ sheet }) => sheet.byBasis.stated },
]

function Roles({ framework: { pack, index } }: { framework: Framework }) {
  const own = useMe().data?.person?.roleId ?? null
  const rows = pack.roles.map((role) => ({ role, sheet: roleSheet(pack, index, role.id, 'mid') }))
  return (
    <Section
      title={`${pack.roles.length} roles`}
      note={`Skills: how many of the ${pack.skills.length} are expected at mid level; stated: for how many of them a document says so.`}
    >
      <Table caption="Roles" captionHidden columns={columnsOf(own)} rows={rows} rowKey={({ role }) => role.id} />
    </Section>
  )
}
