import { can } from '@plumbline/shared/access/can.ts'
import { conflict, type FieldError, invalid, PlumblineError, stale } from '@plumbline/shared/errors/problem.ts'
import { applyChanges } from '@plumbline/shared/frameworks/apply-change.ts'
import type { FrameworkChange } from '@plumbline/shared/frameworks/change.ts'
import type { Draft } from '@plumbline/shared/frameworks/draft.ts'
import { toldChange } from '@plumbline/shared/frameworks/told-change.ts'
import type { changeDraftRoute, getDraftRoute, importDraftRoute, startDraftRoute } from '@plumbline/shared/frameworks/contract.ts'
import type { BodyOf, OkOf } from '@plumbline/shared/http/route.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import type { Ctx } from '#http/context.ts'
import { carryOfFile } from './carry-of-file.ts'
import { contentFaults, heirFaults } from './draft-faults.ts'
import { deleteDraft, draftOf, insertDraft, lockedDraft, type StoredDraft, updateDraft } from './draft-queries.ts'
import { frameworkAt } from './framework-of.ts'
import { withPositions } from './positions.ts'
import { hashOfVersion, knownIds } from './queries.ts'
import { readDraftFile } from './read-draft-file.ts'

const inBody = (pointer: string, detail: string): FieldError => ({ in: 'body', pointer, detail })

/** Whoever was at work on a draft that somebody else published or threw away has to learn so. */
export const noDraft = (): PlumblineError =>
  new PlumblineError('not_found', 'No draft is open. If there was one, it was published or thrown away. Copy a version to start one.')

/** The draft as it is held for a change. Throws for whoever may not change it, where there is none, and where it is no longer what they saw. */
export async function heldDraft({ tx, actor }: Ctx, version: number): Promise<StoredDraft> {
  requires(can.changeFramework, actor)
  const draft = await lockedDraft(tx, actor.orgId)
  if (!draft) throw noDraft()
  if (draft.version !== version) throw stale(draft.version)
  return draft
}

export async function getDraft({ tx, actor }: Ctx): Promise<OkOf<typeof getDraftRoute>> {
  requires(can.changeFramework, actor)
  const draft = await draftOf(tx, actor.orgId)
  if (!draft) throw noDraft()
  return { ...draft, updatedAt: draft.updatedAt.toISOString() }
}

/** Copies a version. Throws conflict while another draft is open: two drafts of one framework would have to be merged. */
export async function startDraft(ctx: Ctx, { from, name }: BodyOf<typeof startDraftRoute>) {
  const { tx, actor } = ctx
  requires(can.changeFramework, actor)
  if (!(await hashOfVersion(tx, actor.orgId, from)))
    throw invalid('There is no such version.', [inBody('/from', 'Choose a version of your organisation.')])
  const { pack } = await frameworkAt(ctx, from)
  if (!(await insertDraft(tx, { origin: from, content: { ...pack, name }, updatedBy: actor.personId })))
    throw conflict('A draft is open already. Publish it or throw it away first.')
  await record(ctx, 'framework.draft_started', `framework:${from}`, { before: null, after: { name, from } })
  return { version: 1 }
}

/** Makes all changes or none. Throws invalid with a pointer to the change that cannot be made, or for what would not be sound afterwards. */
export async function changeDraft(ctx: Ctx, version: number, { changes }: BodyOf<typeof changeDraftRoute>) {
  const draft = await heldDraft(ctx, version)
  const { pack: origin } = await frameworkAt(ctx, draft.origin)
  const changed = applyChanges(draft, origin, changes)
  if ('problem' in changed)
    throw invalid('A change cannot be made. Nothing was changed.', [inBody(`/changes/${changed.at}`, changed.problem)])
  await save(ctx, draft, changed, (faults, heirs) => {
    const before = new Set(faults.length > 0 ? contentFaults(draft) : [])
    return [
      ...heirs.map(({ heir, detail }) => inBody(pointerToHeir(changes, heir), detail)),
      ...faults.filter((fault) => !before.has(fault)).map((fault) => inBody('/changes', fault)),
    ]
  })
  await record(ctx, 'framework.draft_changed', `framework:${draft.origin}`, { ...toldChange(draft, changed) })
  return { version: version + 1 }
}

function pointerToHeir(changes: readonly FrameworkChange[], heir: string): string {
  const at = changes.findLastIndex((change) => change.change === 'remove' && change.heirs.includes(heir))
  return at < 0 ? '/changes' : `/changes/${at}`
}

export async function discardDraft(ctx: Ctx, version: number) {
  const draft = await heldDraft(ctx, version)
  await deleteDraft(ctx.tx, ctx.actor.orgId)
  await record(ctx, 'framework.draft_discarded', `framework:${draft.origin}`, {
    before: { name: draft.pack.name, version: draft.version },
    after: null,
  })
  return { done: true as const }
}

/** Puts a file's content in the place of the draft's. Throws invalid with every problem of the file, pointing to `/text/<line>/<column>`. */
export async function importDraft(ctx: Ctx, version: number, { format, text }: BodyOf<typeof importDraftRoute>) {
  const draft = await heldDraft(ctx, version)
  const { pack: origin } = await frameworkAt(ctx, draft.origin)
  const read = readDraftFile(draft.pack, format, text)
  if ('errors' in read) throw invalid('The file was not imported. Mend what is told and import it again.', read.errors)
  const after = { pack: read.pack, carry: carryOfFile(draft.carry, origin, read.pack) }
  await save(ctx, draft, after, (faults, heirs) => [...faults, ...heirs.map(({ detail }) => detail)].map((fault) => inBody('/text', fault)))
  await record(ctx, 'framework.draft_imported', `framework:${draft.origin}`, { format, ...toldChange(draft, after) })
  return { version: version + 1 }
}

type Told = (faults: string[], heirs: ReturnType<typeof heirFaults>) => FieldError[]

/** Keeps a draft that is sound. Positions are what they would be if it were published now. */
async function save({ tx, actor }: Ctx, before: StoredDraft, after: Draft, told: Told): Promise<void> {
  const known = await knownIds(tx, actor.orgId)
  const pack = { ...withPositions(after.pack, known.skills), version: before.pack.version }
  const errors = told(contentFaults({ pack, carry: after.carry }), heirFaults(after.carry, known))
  if (errors.length > 0) throw invalid('The framework would not be sound. Nothing was changed.', errors.slice(0, 200))
  await updateDraft(tx, actor.orgId, { content: pack, carry: after.carry, updatedBy: actor.personId })
}
