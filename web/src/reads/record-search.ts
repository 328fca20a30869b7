import { purpose } from '@plumbline/shared/access/purpose.ts'
import { z } from 'zod'

/** Text as it is: the server says which filter is not right. */
const text = z.coerce.string().min(1).max(200).optional().catch(undefined)

/** The filters of one's own record, as they stand in the address. */
export const recordSearch = z.object({ purpose: purpose.optional().catch(undefined), from: text, to: text, after: text })
export type RecordSearch = z.infer<typeof recordSearch>
