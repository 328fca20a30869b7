import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { fromLines, fromSourceRows, sourceRows, toLines } from './form-values.ts'

type Role = Pack['roles'][number]

/** What the fields of a role hold; of a new one without an entry. */
export const roleValues = (entry: Role | undefined) => ({
  id: entry?.id ?? '',
  name: entry?.name ?? '',
  aliases: toLines(entry?.aliases ?? []),
  title: entry?.title ?? 'derived',
  summary: entry?.summary ?? '',
  seniorityApplies: entry?.seniorityApplies ?? true,
  blank: entry?.blank ?? '',
  sources: sourceRows(entry?.sources ?? []),
})

/** The entry as the schema wants to see it. */
export const toRole = (values: ReturnType<typeof roleValues>) => ({
  ...values,
  name: values.name.trim(),
  aliases: fromLines(values.aliases),
  summary: values.summary.trim(),
  blank: values.blank.trim(),
  sources: fromSourceRows(values.sources),
})
