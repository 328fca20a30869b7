import { z } from 'zod'

/** Text as it is: the server says which filter is not right. The router reads `?search=42` as a number. */
const text = z.coerce.string().min(1).max(200).optional().catch(undefined)

/** The filters of the audit trail, as they stand in the address. */
export const auditSearch = z.object({ action: text, person: text, subject: text, search: text, from: text, to: text, after: text })
export type AuditSearch = z.infer<typeof auditSearch>
