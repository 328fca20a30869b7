import { exportFrameworkRoute, exportMatrixRoute } from '@plumbline/shared/frameworks/contract.ts'
import { pathOf } from '@plumbline/shared/http/route.ts'
import { Button } from '../../ui/Button.tsx'
import { dayOf } from '../../ui/dates.ts'
import { type Column, Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { carryWords } from './carry-words.ts'
import type { Versions } from './queries.ts'
import './VersionsTable.css'

export type Version = Versions['versions'][number]

interface VersionsTableProps {
  versions: readonly Version[]
  /** null: any version may be copied. */
  whyNotCopy: string | null
  onCopy: (version: string) => void
}

const published = ({ origin, publishedAt, publishedBy }: Version): string =>
  origin === null
    ? `comes with Plumbline, in use since ${dayOf(publishedAt)}`
    : `${dayOf(publishedAt)} by ${publishedBy ?? 'someone who has left'}`

const columnsOf = ({ whyNotCopy, onCopy }: Omit<VersionsTableProps, 'versions'>): readonly Column<Version>[] => [
  {
    key: 'version',
    head: 'Version',
    rowHead: true,
    cell: ({ version, current }) => (
      <>
        {version} {current && <Tag tone="accent">measured with now</Tag>}
      </>
    ),
  },
  { key: 'name', head: 'Name', cell: ({ name }) => name },
  { key: 'origin', head: 'Made from', cell: ({ origin }) => origin ?? '—' },
  { key: 'published', head: 'Published', cell: published },
  {
    key: 'carry',
    head: 'Carried over',
    cell: ({ carry, origin }) => carryWords(carry).join(', ') || (origin === null ? '—' : 'all of it'),
  },
  {
    key: 'do',
    head: 'Actions',
    cell: ({ version }) => (
      <span className="VersionsTable-do">
        <a
          href={pathOf(exportFrameworkRoute, { version })}
          download={`framework-${version}.yaml`}
          aria-label={`YAML of version ${version}`}
        >
          YAML
        </a>
        <a href={pathOf(exportMatrixRoute, { version })} download={`matrix-${version}.csv`} aria-label={`CSV matrix of version ${version}`}>
          CSV matrix
        </a>
        <Button
          disabled={whyNotCopy !== null}
          title={whyNotCopy ?? undefined}
          aria-label={`Copy into a draft: version ${version}`}
          onClick={() => onCopy(version)}
        >
          Copy into a draft
        </Button>
      </span>
    ),
  },
]

/** The versions, newest first, each to take along or to copy. */
export function VersionsTable({ versions, ...rest }: VersionsTableProps) {
  return (
    <Table caption="Versions of the framework" captionHidden columns={columnsOf(rest)} rows={versions} rowKey={({ version }) => version} />
  )
}
