import { z } from 'zod'
import { invalid } from '@plumbline/shared/errors/problem.ts'
import type { Place } from './queries.ts'

const place = z.strictObject({ at: z.iso.datetime({ precision: 6 }), id: z.uuid() })

/** Where a page of events ended, as the caller gets it. */
export const cursorOf = (at: Place): string => Buffer.from(JSON.stringify(at)).toString('base64url')

/** Reads it back. Throws `invalid` for anything that this server did not give. */
export function readCursor(text: string): Place {
  try {
    return place.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    throw invalid('Begin the list anew.', [{ in: 'query', pointer: '/after', detail: 'This is not where a page ended.' }])
  }
}
