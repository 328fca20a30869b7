import { z } from 'zod'

export const seniority = z.enum(['entry', 'mid', 'senior', 'architect'])
export type Seniority = z.infer<typeof seniority>
