import { peopleColumns } from '@plumbline/shared/people/people-file-header.ts'

/** What a people file looks like, to fill in. */
export const template = [
  peopleColumns.join(','),
  'Ana Ng,ana@example.org,Engineering > Platform,Platform Engineer,senior,yes',
  '"Okafor, Ben",ben@example.org,Platform,DevOps Engineer,,',
  '',
].join('\n')

/** A mark first, so that spreadsheets read it as UTF-8. */
export const templateHref = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${template}`)}`
