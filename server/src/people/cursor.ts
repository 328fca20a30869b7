import { z } from 'zod'
import { invalid } from '@plumbline/shared/errors/problem.ts'

const cursor = z.strictObject({ name: z.string().max(240), id: z.uuid() })
type Cursor = z.infer<typeof cursor>

/** Where a page of people ended, as the caller gets it. */
export const cursorOf = (at: Cursor): string => Buffer.from(JSON.stringify(at)).toString('base64url')

/** Reads it back. Throws `invalid` for anything that this server did not give. */
export function readCursor(text: string): Cursor {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    throw invalid('Begin the list anew.', [{ in: 'query', pointer: '/after', detail: 'This is not where a page ended.' }])
  }
}
