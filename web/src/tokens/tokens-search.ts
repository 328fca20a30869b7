import { z } from 'zod'

/** Where the list of everybody's tokens goes on, as it stands in the address. */
export const tokensSearch = z.object({ after: z.uuid().optional().catch(undefined) })
