import { eq } from 'drizzle-orm'
import { indexPack } from '@plumbline/shared/levels/pack-index.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { PackIndex } from '@plumbline/shared/levels/pack-index.ts'
import { frameworks, organisations } from '#db/schema.ts'
import type { Ctx } from '#http/context.ts'

/** A version of the framework, with its index for look-ups. */
export interface Framework {
  readonly pack: Pack
  readonly index: PackIndex
}

// A published version does not change while the server runs; its content hash guards against a reload by another build.
const known = new Map<string, Framework>()

/** The framework that the actor's organisation measures with. */
export async function frameworkOf({ tx, actor }: Ctx): Promise<Framework> {
  const [row] = await tx
    .select({ version: frameworks.version, hash: frameworks.contentHash })
    .from(organisations)
    .innerJoin(frameworks, eq(frameworks.version, organisations.frameworkVersion))
    .where(eq(organisations.id, actor.orgId))
  if (!row) throw new Error('an organisation without a framework')
  const key = `${row.version} ${row.hash}`
  const ready = known.get(key)
  if (ready) return ready
  const [stored] = await tx.select({ content: frameworks.content }).from(frameworks).where(eq(frameworks.version, row.version))
  if (!stored) throw new Error('a framework that is gone')
  const framework = { pack: stored.content, index: indexPack(stored.content) }
  known.set(key, framework)
  return framework
}
