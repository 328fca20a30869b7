import { id } from '@plumbline/shared/http/fields.ts'
import { z } from 'zod'

/** The router reads `?search=42` as a number. */
const text = (most: number) =>
  z
    .preprocess(
      (value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value),
      z.string().max(most).optional(),
    )
    .catch(undefined)

/** The filters of the directory, as they stand in the address. */
export const peopleSearch = z.object({
  search: text(120),
  team: id.optional().catch(undefined),
  left: z.literal(true).optional().catch(undefined),
  after: text(400),
})
