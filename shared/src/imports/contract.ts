import { z } from 'zod'
import { defineRoute } from '../http/route.ts'

const longest = 250_000

const file = z.strictObject({
  text: z
    .string('Paste or drop a CSV file.')
    .min(1, 'Paste or drop a CSV file.')
    .max(longest, 'The file is larger than 250,000 characters. Split it.'),
})

const row = z.object({
  /** As a spreadsheet counts: 1 is the heading. */
  line: z.number(),
  /** What the import would keep; where something is wrong, the cells as they stand in the file. */
  name: z.string(),
  email: z.string(),
  team: z.string(),
  role: z.string(),
  seniority: z.string(),
  lead: z.string(),
  /** What importing the row would do; `null` while something is wrong. */
  action: z.enum(['add', 'change', 'same']).nullable(),
  /** `column` is '' where the row as a whole is meant. */
  problems: z.array(z.object({ column: z.string(), message: z.string() })),
})
export type ImportRow = z.infer<typeof row>

const preview = z.object({
  rows: z.array(row),
  /** Teams that would be added, as paths from the top. */
  teams: z.array(z.string()),
  /** Problems of the file as a whole. */
  problems: z.array(z.string()),
  counts: z.object({ add: z.number(), change: z.number(), same: z.number(), wrong: z.number() }),
})
export type ImportPreview = z.infer<typeof preview>

export const previewPeopleRoute = defineRoute({
  method: 'post',
  path: '/imports/people/previews',
  reads: true,
  scope: 'people:write',
  summary: 'What a CSV of people would do: each row with its problems in words. Changes nothing',
  body: file,
  ok: preview,
})

export const importPeopleRoute = defineRoute({
  method: 'post',
  path: '/imports/people',
  scope: 'people:write',
  summary: 'Import a CSV of people with their teams: all rows or none',
  body: file,
  ok: z.object({ added: z.number(), changed: z.number(), same: z.number(), teams: z.number() }),
})
