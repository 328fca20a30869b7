import { getRouteApi } from '@tanstack/react-router'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { Select } from '../../ui/Select.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { SkillLink } from '../SkillLink.tsx'
import type { Framework } from '../queries.ts'
import { type SkillRow, skillRows } from './skill-rows.ts'
import './Skills.css'

const route = getRouteApi('/framed/framework/skills')

/** All skills by category. */
export function SkillsPage() {
  return (
    <FrameworkSection
      title="Skills"
      subtitle="What one can be able to do: one identity across all roles, with what is observed at each level."
    >
      {(framework) => <Skills framework={framework} />}
    </FrameworkSection>
  )
}

const shown = 5

/** The first of them: enough to know the skill by. Its page has all. */
const aliasesInShort = (aliases: readonly string[]): string =>
  aliases.length > shown ? `${aliases.slice(0, shown).join(' · ')} …` : aliases.join(' · ')

const columns: Column<SkillRow>[] = [
  {
    key: 'skill',
    head: 'Skill',
    rowHead: true,
    cell: ({ skill }) => (
      <>
        <SkillLink skill={skill} />
        {skill.aliases.length > 0 && <small>{aliasesInShort(skill.aliases)}</small>}
      </>
    ),
  },
  { key: 'roles', head: 'Roles', numeric: true, cell: ({ roles }) => roles },
  { key: 'practices', head: 'Practices', numeric: true, cell: ({ practices }) => practices },
]

function Skills({ framework: { pack, index } }: { framework: Framework }) {
  const { find, category } = route.useSearch()
  const navigate = route.useNavigate()
  const groups = skillRows(pack, index, { find, category })
  const search = (change: { find?: string | undefined; category?: string | undefined }) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true, resetScroll: false })
  return (
    <>
      <Toolbar label="Which skills">
        <TextField
          label="Name or alias"
          type="search"
          maxLength={80}
          value={find ?? ''}
          onChange={(text) => search({ find: text === '' ? undefined : text })}
        />
        <Select
          label="Category"
          value={category ?? ''}
          options={[{ value: '', label: 'All categories' }, ...pack.categories.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(chosen) => search({ category: chosen === '' ? undefined : chosen })}
        />
      </Toolbar>
      {groups.length === 0 && (
        <EmptyState title="No skill has this name">The search of the whole framework forgives typing errors: press / for it.</EmptyState>
      )}
      <div className="Skills">
        {groups.map(({ id, name, rows }) => (
          <Section key={id} title={name} note={rows.length === 1 ? '1 skill' : `${rows.length} skills`}>
            <Table caption={name} captionHidden columns={columns} rows={rows} rowKey={({ skill }) => skill.id} />
          </Section>
        ))}
      </div>
    </>
  )
}
