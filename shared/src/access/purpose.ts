import { z } from 'zod'

/** What someone opens other people's data for. Said once a session, kept with each read, and shown to those who were read. */
export const purposes = ['development', 'staffing', 'hiring'] as const
export const purpose = z.enum(purposes)
export type Purpose = z.infer<typeof purpose>
