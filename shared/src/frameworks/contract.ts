import { z } from 'zod'
import { instant, name } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'
import { carry } from './carry.ts'
import { frameworkChange } from './change.ts'
import { frameworkVersion, pack } from './pack.ts'

export const getFrameworkRoute = defineRoute({
  method: 'get',
  path: '/framework',
  scope: 'framework:read',
  summary:
    'The framework that the organisation measures with: roles, skills, expectations, practices and all that is known of them, with sources',
  ok: pack,
})

const frameworkSummary = z.object({
  version: z.string(),
  name: z.string(),
  /** The version it was made from; null for one that comes with the product. */
  origin: z.string().nullable(),
  current: z.boolean(),
  publishedAt: instant,
  publishedBy: z.string().nullable(),
  carry,
})

export const listFrameworksRoute = defineRoute({
  method: 'get',
  path: '/frameworks',
  scope: 'framework:read',
  summary: 'The versions that the organisation measures or once measured with, newest first, and whether a draft is open',
  ok: z.object({
    versions: z.array(frameworkSummary),
    draft: z.object({ name: z.string(), origin: z.string(), updatedAt: instant }).nullable(),
  }),
})

const ofVersion = z.strictObject({ version: frameworkVersion })

export const getFrameworkVersionRoute = defineRoute({
  method: 'get',
  path: '/frameworks/{version}',
  scope: 'framework:read',
  summary: 'One version of the framework, whole',
  params: ofVersion,
  ok: pack,
})

export const exportFrameworkRoute = defineRoute({
  method: 'get',
  path: '/frameworks/{version}/pack.yaml',
  scope: 'framework:read',
  summary: 'One version of the framework as a YAML file (plumbline.framework/v1)',
  params: ofVersion,
  ok: z.string(),
  media: 'application/yaml',
})

export const exportMatrixRoute = defineRoute({
  method: 'get',
  path: '/frameworks/{version}/matrix.csv',
  scope: 'framework:read',
  summary: 'The expected levels of one version as a table: a row per skill, a column per role',
  params: ofVersion,
  ok: z.string(),
  media: 'text/csv',
})

export const frameworkDraft = z.object({
  origin: z.string(),
  pack,
  carry,
  version: z.number(),
  updatedAt: instant,
})

export const startDraftRoute = defineRoute({
  method: 'post',
  path: '/framework/draft',
  summary: 'Copy a version into a draft that can be edited; an organisation has one at a time',
  body: z.strictObject({ from: frameworkVersion, name }),
  ok: z.object({ version: z.number() }),
})

export const getDraftRoute = defineRoute({
  method: 'get',
  path: '/framework/draft',
  summary: 'The draft: its content and what becomes of the items that it no longer has',
  ok: frameworkDraft,
})

/** What a change of the draft answers with. */
const draftSaved = z.object({ version: z.number() })

export const changeDraftRoute = defineRoute({
  method: 'patch',
  path: '/framework/draft',
  summary: 'Edit the draft: all changes, in their order, or none',
  ifMatch: true,
  body: z.strictObject({ changes: z.array(frameworkChange).min(1).max(200) }),
  ok: draftSaved,
})

export const discardDraftRoute = defineRoute({
  method: 'delete',
  path: '/framework/draft',
  summary: 'Throw the draft away',
  ifMatch: true,
  ok: z.object({ done: z.literal(true) }),
})

const longestFile = 4_000_000

export const importDraftRoute = defineRoute({
  method: 'put',
  path: '/framework/draft/file',
  summary:
    'Replace the draft by a YAML pack, or its expectations by a CSV matrix. Every problem is told with its line and column, and then nothing is written',
  ifMatch: true,
  // The longest file, with what JSON puts before its line ends and quotes.
  bodyKiB: 4500,
  body: z.strictObject({
    format: z.enum(['yaml', 'csv']),
    text: z
      .string('Choose a file.')
      .min(1, 'The file is empty.')
      .max(longestFile, 'The file is larger than 4,000,000 characters. A framework is not that long.'),
  }),
  ok: draftSaved,
})

const people = z.number()
/** One skill or practice that loses or moves its ratings or answers. */
const moved = z.object({ id: z.string(), name: z.string(), heirs: z.array(z.string()), entries: z.number(), holders: z.number() })

/** What publishing the draft would do to people and teams. */
export const draftEffect = z.object({
  version: z.number(),
  people,
  /** So many people get so many skills to rate that they were not asked before and have not rated. */
  newQuestions: z.array(z.object({ questions: z.number(), people })),
  /** So many people are no longer asked so many skills. */
  droppedQuestions: z.array(z.object({ questions: z.number(), people })),
  /** People whose expected level rises or falls in at least one skill. */
  raised: people,
  lowered: people,
  /** `entries` are ratings, `holders` the people who gave or got them. */
  ratingsLost: z.array(moved),
  ratingsCarried: z.array(moved),
  /** `entries` are answers, `holders` teams. */
  answersLost: z.array(moved),
  answersCarried: z.array(moved),
  roles: z.array(z.object({ id: z.string(), name: z.string(), heir: z.string().nullable(), people, demanded: z.number() })),
})
export type DraftEffect = z.infer<typeof draftEffect>

export const draftEffectRoute = defineRoute({
  method: 'get',
  path: '/framework/draft/effect',
  summary: 'What publishing the draft would do: new questions, ratings that lose their place or are carried over',
  slow: true,
  ok: draftEffect,
})

export const publishDraftRoute = defineRoute({
  method: 'post',
  path: '/framework/draft/publication',
  summary: 'Publish the draft as a new version, measure with it from now on, and carry ratings and answers over',
  ifMatch: true,
  alone: true,
  slow: true,
  ok: z.object({ framework: z.string() }),
})
