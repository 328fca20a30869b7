import type { DraftEffect } from '@plumbline/shared/frameworks/contract.ts'
import { Section } from '../../ui/Section.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { namesIn } from './difference-words.ts'
import { useEditing } from './editing.ts'

type Moved = DraftEffect['ratingsLost'][number]
type MovedRole = DraftEffect['roles'][number]

/** What moves or is lost, item by item. A table without rows is left out. */
export function EffectTables({ effect }: { effect: DraftEffect }) {
  const { pack, origin } = useEditing()
  const name = namesIn(origin, pack)
  const moved = (list: 'skills' | 'practices', one: string, entries: string, holders: string): readonly Column<Moved>[] => [
    { key: 'name', head: one, rowHead: true, cell: ({ name }) => name },
    { key: 'heirs', head: 'Taken over by', cell: ({ heirs }) => heirs.map((heir) => name(list, heir)).join(', ') || 'nothing' },
    { key: 'entries', head: entries, numeric: true, cell: ({ entries }) => entries },
    { key: 'holders', head: holders, numeric: true, cell: ({ holders }) => holders },
  ]
  const roles: readonly Column<MovedRole>[] = [
    { key: 'name', head: 'Role', rowHead: true, cell: ({ name }) => name },
    { key: 'heir', head: 'Taken over by', cell: ({ heir }) => (heir === null ? 'nothing: no role' : name('roles', heir)) },
    { key: 'people', head: 'People', numeric: true, cell: ({ people }) => people },
    { key: 'demanded', head: 'Asked for by teams', numeric: true, cell: ({ demanded }) => demanded },
  ]
  const ofSkills = moved('skills', 'Skill', 'Ratings', 'People')
  const ofPractices = moved('practices', 'Practice', 'Answers', 'Teams')
  return (
    <>
      <Part title="Ratings that lose their place" columns={ofSkills} rows={effect.ratingsLost} />
      <Part title="Ratings that are carried over" columns={ofSkills} rows={effect.ratingsCarried} />
      <Part title="Answers that lose their place" columns={ofPractices} rows={effect.answersLost} />
      <Part title="Answers that are carried over" columns={ofPractices} rows={effect.answersCarried} />
      <Part title="Roles" columns={roles} rows={effect.roles} />
    </>
  )
}

function Part<Row extends { id: string }>({
  title,
  columns,
  rows,
}: {
  title: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
}) {
  if (rows.length === 0) return null
  return (
    <Section title={title}>
      <Table caption={title} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
    </Section>
  )
}
