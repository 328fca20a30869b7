import { notFound } from '@plumbline/shared/errors/problem.ts'
import { indexPack } from '@plumbline/shared/levels/pack-index.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { PackIndex } from '@plumbline/shared/levels/pack-index.ts'
import type { Ctx } from '#http/context.ts'
import { contentOfVersion, currentVersion, hashOfVersion } from './queries.ts'

/** A version of the framework, with its index for look-ups. */
export interface Framework {
  readonly pack: Pack
  readonly index: PackIndex
}

// A published version does not change while the server runs; its content hash guards against a reload by another build.
const known = new Map<string, Framework>()
const mostKept = 50

/** The framework that the actor's organisation measures with. */
export async function frameworkOf(ctx: Ctx): Promise<Framework> {
  const current = await currentVersion(ctx.tx, ctx.actor.orgId)
  if (!current) throw new Error('an organisation without a framework')
  return kept(ctx, current)
}

/** A version that the organisation measures or once measured with; not found where it has none of this name. */
export async function frameworkAt(ctx: Ctx, version: string): Promise<Framework> {
  const found = await hashOfVersion(ctx.tx, ctx.actor.orgId, version)
  if (!found) throw notFound()
  return kept(ctx, found)
}

async function kept({ tx, actor }: Ctx, { version, hash }: { version: string; hash: string }): Promise<Framework> {
  const ready = known.get(hash)
  if (ready) return ready
  const pack = await contentOfVersion(tx, actor.orgId, version)
  if (!pack) throw new Error('a framework that is gone')
  const framework = { pack, index: indexPack(pack) }
  const oldest = known.size >= mostKept ? known.keys().next() : undefined
  if (oldest?.done === false) known.delete(oldest.value)
  known.set(hash, framework)
  return framework
}
