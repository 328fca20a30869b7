import { z } from 'zod'
import { id, instant } from '../http/fields.ts'

/**
 * That someone was erased: what went and what stayed, in rows, and that their key is gone. It names nobody, so that it can be shown to
 * anyone; whoever keeps it can hold it against what the server says.
 */
export const erasureProof = z.object({
  id,
  at: instant,
  /** Rows that were deleted, by table. */
  removed: z.record(z.string(), z.number().int()),
  /** What stays without a name on it, and why. */
  kept: z.array(z.object({ what: z.string(), rows: z.number().int(), why: z.string() })),
  /** SHA-256 of the destroyed key in hex; null where nothing was ever sealed with one. */
  keyFingerprint: z.string().nullable(),
  /** The event in the audit trail that says so. */
  auditEventId: id,
})
export type ErasureProof = z.infer<typeof erasureProof>

/** Minutes that a sign-in counts as recent enough to erase oneself. */
export const recentMinutes = 10
