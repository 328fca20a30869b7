import { seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { z } from 'zod'

// What the pages of the framework show, as their addresses say it. A value that means nothing falls back: addresses are edited by hand.
const choice = z.string().max(60).optional().catch(undefined)
const atSeniority = seniority.default('mid').catch('mid')

export const matrixSearch = z.object({
  seniority: atSeniority,
  /** Only expectations with this basis. */
  basis: z.enum(['stated', 'group', 'derived']).optional().catch(undefined),
  /** Only skills of this category. */
  category: choice,
  /** Only this role: the way to read the matrix on a phone. */
  role: choice,
})
export type MatrixSearch = z.infer<typeof matrixSearch>

export const roleSearch = z.object({
  seniority: atSeniority,
  /** The role that it is compared with. */
  with: choice,
})

export const skillsSearch = z.object({
  find: z.string().max(80).optional().catch(undefined),
  category: choice,
})

export const skillSearch = z.object({
  seniority: atSeniority,
  /** Whose holders are shown; without one the topmost that I may see. */
  team: choice,
})

export const practicesSearch = z.object({ area: choice })

export const roadmapSearch = z.object({ stage: choice })

export const marketSearch = z.object({ topic: choice, kind: choice, document: choice })

export const contradictionsSearch = z.object({ type: choice })

export const toolsSearch = z.object({ kind: z.string().max(120).optional().catch(undefined) })

export const draftSearch = z.object({
  view: z.enum(['edit', 'differences', 'effect', 'import', 'publish']).default('edit').catch('edit'),
  /** What is edited. */
  list: z
    .enum(['framework', 'expectations', 'skills', 'roles', 'practices', 'areas', 'categories', 'certifications'])
    .default('framework')
    .catch('framework'),
  find: z.string().max(80).optional().catch(undefined),
  /** Whose expectations. */
  role: choice,
})
