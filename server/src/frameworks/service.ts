import { can } from '@plumbline/shared/access/can.ts'
import type { listFrameworksRoute } from '@plumbline/shared/frameworks/contract.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import type { Ctx } from '#http/context.ts'
import { draftHead } from './draft-queries.ts'
import { versionsOf } from './queries.ts'
import { readyCurrent, readyVersion } from './ready-version.ts'

/** Everyone of the organisation may read what they are or were measured with. */
export const getFramework = (ctx: Ctx) => readyCurrent(ctx)
export const getFrameworkVersion = (ctx: Ctx, version: string) => readyVersion(ctx, version, 'json')
export const exportFramework = (ctx: Ctx, version: string) => readyVersion(ctx, version, 'yaml')
export const exportMatrix = (ctx: Ctx, version: string) => readyVersion(ctx, version, 'csv')

/** The versions are for everyone; of a draft only those are told who may write it. */
export async function listFrameworks({ tx, actor }: Ctx): Promise<OkOf<typeof listFrameworksRoute>> {
  const versions = await versionsOf(tx, actor.orgId)
  const draft = can.changeFramework.allows(actor) ? await draftHead(tx, actor.orgId) : undefined
  return {
    versions: versions.map((version) => ({ ...version, publishedAt: version.publishedAt.toISOString() })),
    draft: draft ? { ...draft, updatedAt: draft.updatedAt.toISOString() } : null,
  }
}
