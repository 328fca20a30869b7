import { z } from 'zod'
import { id, instant, name } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'
import { erasureProof } from './erasure.ts'
import { heldKeys } from './held-classes.ts'

/** Most rows of one class in an export, the newest first; `about` says where there were more. */
export const mostHeld = 100_000

const rowsByClass = z.record(z.enum(heldKeys), z.number().int())

export const listHeldRoute = defineRoute({
  method: 'get',
  path: '/me/held',
  summary: 'How much is held on me, by class',
  slow: true,
  ok: z.object({
    rows: rowsByClass,
    /** Why I cannot erase myself just now; null where I can. */
    erasureRefused: z.string().nullable(),
    /** Whether signing in again is all that is missing. */
    signInAgain: z.boolean(),
  }),
})

const heldRow = z.record(z.string(), z.unknown())
export type HeldRow = z.infer<typeof heldRow>

export const heldAbout = z.object({
  what: z.string(),
  at: instant,
  organisation: z.string(),
  person: z.string().nullable(),
  purposes: z.array(z.string()),
  classes: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      why: z.string(),
      seenBy: z.string(),
      whenErased: z.string(),
      rows: z.number().int(),
      /** There were more rows than one file holds: the newest are in it. */
      cut: z.boolean(),
    }),
  ),
  leftOut: z.array(z.object({ what: z.string(), why: z.string() })),
})
export type HeldAbout = z.infer<typeof heldAbout>

// Neither changes anything but the audit trail, which says that the file was taken.
export const exportHeldJsonRoute = defineRoute({
  method: 'get',
  path: '/me/held.json',
  summary: 'Everything held on me as one JSON object: `about`, and a list per class; that it was taken is an event of the audit trail',
  reads: false,
  slow: true,
  ok: z.object({ about: heldAbout }).catchall(z.array(heldRow)),
})

export const exportHeldCsvRoute = defineRoute({
  method: 'get',
  path: '/me/held.csv',
  summary: 'Everything held on me as CSV, a line per value: class, id, at, field, value; that it was taken is an event of the audit trail',
  media: 'text/csv',
  reads: false,
  slow: true,
  ok: z.string(),
})

export const eraseMeRoute = defineRoute({
  method: 'post',
  path: '/me/erasure',
  summary: 'Erase me: all that is held on me goes, or stays without my name; answers with the proof',
  slow: true,
  // A stored answer would keep the account's id.
  oneTime: true,
  body: z.strictObject({ confirm: name }),
  ok: erasureProof,
})

export const getErasureRoute = defineRoute({
  method: 'get',
  path: '/erasures/{erasureId}',
  summary: 'What is kept of an erasure, for whoever holds its proof',
  access: 'public',
  params: z.strictObject({ erasureId: id }),
  ok: erasureProof,
})
