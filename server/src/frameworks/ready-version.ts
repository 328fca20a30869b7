import { notFound } from '@plumbline/shared/errors/problem.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Ctx } from '#http/context.ts'
import { Ready } from '#http/ready.ts'
import { frameworkAt } from './framework-of.ts'
import { matrixToCsv } from './matrix.ts'
import { currentVersion, hashOfVersion } from './queries.ts'
import { packToYaml } from './write-pack.ts'

const forms = { json: (pack: Pack) => JSON.stringify(pack), yaml: packToYaml, csv: matrixToCsv } as const
type Form = keyof typeof forms

// Texts by form and content hash: a version is asked for on nearly every page and hardly ever changes.
const known = new Map<string, Ready>()
const mostKept = 40

/** The version that the organisation measures with, as JSON kept ready. */
export async function readyCurrent(ctx: Ctx): Promise<Ready> {
  const current = await currentVersion(ctx.tx, ctx.actor.orgId)
  if (!current) throw new Error('an organisation without a framework')
  return kept(ctx, current, 'json')
}

/** A version of the organisation in one of its forms; not found where it has none of this name. */
export async function readyVersion(ctx: Ctx, version: string, form: Form): Promise<Ready> {
  const found = await hashOfVersion(ctx.tx, ctx.actor.orgId, version)
  if (!found) throw notFound()
  return kept(ctx, found, form)
}

async function kept(ctx: Ctx, { version, hash }: { version: string; hash: string }, form: Form): Promise<Ready> {
  const key = `${form} ${hash}`
  const ready = known.get(key) ?? new Ready(forms[form]((await frameworkAt(ctx, version)).pack))
  // Put back last: what nobody asks for any more comes to the front and goes first.
  known.delete(key)
  known.set(key, ready)
  const oldest = known.size > mostKept ? known.keys().next() : undefined
  if (oldest?.done === false) known.delete(oldest.value)
  return ready
}
