import { PlumblineError, notFound } from '@plumbline/shared/errors/problem.ts'
import { mostHeld } from '@plumbline/shared/privacy/contract.ts'
import type { HeldAbout, HeldRow } from '@plumbline/shared/privacy/contract.ts'
import { heldClasses, heldKeys, heldPurposes } from '@plumbline/shared/privacy/held-classes.ts'
import type { HeldClass, HeldKey } from '@plumbline/shared/privacy/held-classes.ts'
import { openDetail } from '#audit/opening.ts'
import { keysOf } from '#audit/key-queries.ts'
import { record } from '#audit/record.ts'
import type { Ctx } from '#http/context.ts'
import { sessionOf } from '#http/context.ts'
import { countEvents, eventsOf } from '#held/event-queries.ts'
import { countHeld, heldRows, inUtc } from '#held/held-queries.ts'
import type { Whose } from '#held/held-queries.ts'
import { heldTables, notExported } from '#held/held-tables.ts'
import { heldCsv } from './held-csv.ts'
import { mayExport, nameOf, organisationAndTime } from './queries.ts'
import { refusalToErase } from './erase-service.ts'

// What is held on someone is theirs: every query is bound to the actor's own person and account, so no rule of `can` has anything to decide.

const mine = ({ actor: { orgId, personId, accountId } }: Ctx): Whose => ({ orgId, personId, accountId })

/** How much is held on the actor, and whether they may erase themselves now. */
export async function listHeld(ctx: Ctx) {
  sessionOf(ctx)
  const counts = new Map<HeldKey, number>(await countHeld(ctx.tx, mine(ctx))).set('events', await countEvents(ctx.tx, mine(ctx)))
  const refusal = await refusalToErase(ctx)
  return {
    rows: Object.fromEntries(heldKeys.map((key) => [key, counts.get(key) ?? 0])) as Record<HeldKey, number>,
    erasureRefused: refusal?.error.message ?? null,
    signInAgain: refusal?.signInAgain ?? false,
  }
}

interface Held {
  readonly about: HeldAbout
  readonly classes: ReadonlyMap<HeldKey, readonly HeldRow[]>
}

/** Everything held on the actor; that they took it is an event of the audit trail. Only one at a time, for it may be much. */
async function takeHeld(ctx: Ctx, format: 'json' | 'csv'): Promise<Held> {
  sessionOf(ctx)
  const { tx, actor } = ctx
  if (!(await mayExport(tx, actor.accountId)))
    throw new PlumblineError('too_many', 'This file is being made already. Wait until it is there.', { retryAfter: 10 })
  await inUtc(tx)
  const found = new Map<HeldKey, HeldRow[]>()
  for (const held of heldTables) found.set(held.key, await heldRows(tx, held, mine(ctx), mostHeld))
  found.set('events', await ownEvents(ctx))
  const about = await aboutOf(ctx, found)
  const classes = new Map([...found].map(([key, rows]) => [key, rows.slice(0, mostHeld)]))
  const rows = Object.fromEntries([...classes].map(([key, { length }]) => [key, length]))
  await record(ctx, 'person.exported', actor.personId === null ? `account:${actor.accountId}` : `person:${actor.personId}`, {
    format,
    rows,
  })
  return { about, classes }
}

/** What is said of the actor is opened; what they did to others says no more than that. */
async function ownEvents(ctx: Ctx): Promise<HeldRow[]> {
  const { tx, actor } = ctx
  const rows = await eventsOf(tx, mine(ctx), mostHeld)
  const keys = await keysOf(tx, actor.orgId, actor.personId === null ? [] : [actor.personId])
  return rows.map(({ id, at, action, subject, means, by_me, about_me, detail }) => ({
    id,
    at,
    action,
    subject,
    means,
    byMe: by_me,
    detail: about_me ? openDetail({ id, detail }, actor.orgId, keys) : null,
  }))
}

async function aboutOf(ctx: Ctx, found: ReadonlyMap<HeldKey, readonly HeldRow[]>): Promise<HeldAbout> {
  const { tx, actor } = ctx
  const organisation = await organisationAndTime(tx, actor.orgId)
  if (!organisation) throw notFound()
  return {
    what: 'Everything that this organisation holds on you in Plumbline.',
    at: organisation.at.toISOString(),
    organisation: organisation.name,
    person: actor.personId === null ? null : ((await nameOf(tx, actor.orgId, actor.personId)) ?? null),
    purposes: [...heldPurposes],
    classes: [...found].map(([key, rows]) => {
      const { name, why, seenBy, erased }: HeldClass = heldClasses[key]
      const whenErased = erased === 'goes' ? 'It is deleted.' : erased.stays
      return { key, name, why, seenBy, whenErased, rows: Math.min(rows.length, mostHeld), cut: rows.length > mostHeld }
    }),
    leftOut: leftOut(),
  }
}

const leftOut = (): HeldAbout['leftOut'] => [
  ...heldTables.flatMap(({ key, leftOut = {} }) =>
    Object.entries(leftOut).map(([column, why]) => ({ what: `${heldClasses[key].name}: ${column}`, why })),
  ),
  ...Object.entries(notExported).map(([what, why]) => ({ what, why })),
]

export async function exportHeldJson(ctx: Ctx) {
  const { about, classes } = await takeHeld(ctx, 'json')
  return { about, ...Object.fromEntries(classes) } as { about: HeldAbout } & Record<string, HeldRow[]>
}

export const exportHeldCsv = async (ctx: Ctx): Promise<string> => heldCsv((await takeHeld(ctx, 'csv')).classes)
