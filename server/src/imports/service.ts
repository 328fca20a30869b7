import { v7 as uuidv7 } from 'uuid'
import { can } from '@plumbline/shared/access/can.ts'
import { invalid } from '@plumbline/shared/errors/problem.ts'
import type { ImportPreview } from '@plumbline/shared/imports/contract.ts'
import { teamKey } from '@plumbline/shared/people/people-file-teams.ts'
import { requires } from '#access/require.ts'
import { recordAll } from '#audit/record.ts'
import type { NewEvent } from '#audit/record.ts'
import type { Ctx } from '#http/context.ts'
import { keepCounts } from '#levels/keep.ts'
import { checkFile } from './check-file.ts'
import type { CheckedFile, Present } from './check-file.ts'
import { previewOf, problemsOf } from './preview.ts'
import { insertPeople, insertTeams, lockTree, setLeads, updatePeople } from './queries.ts'
import type { PersonRow } from './queries.ts'

export async function previewPeople(ctx: Ctx, text: string): Promise<ImportPreview> {
  requires(can.manageOrganisation, ctx.actor)
  return previewOf(await checkFile(ctx, text, { lock: false }))
}

/** All rows or none: throws `invalid` with the problems, at most 50, where anything is wrong. */
export async function importPeople(ctx: Ctx, text: string) {
  requires(can.manageOrganisation, ctx.actor)
  const { tx, actor } = ctx
  await lockTree(tx, actor.orgId)
  const checked = await checkFile(ctx, text, { lock: true })
  const problems = problemsOf(checked.file)
  if (problems.length > 0)
    throw invalid('Nothing was imported: the file needs correcting. Look at each line that is named.', problems.slice(0, 50))

  const { teamIds, added: addedTeams } = await addTeams(ctx, checked)
  const rows = checked.file.rows.flatMap(({ action, person }) => {
    if (person === undefined || action === null || action === 'same') return []
    const { team, role: roleId, lead, ...rest } = person
    const present = checked.present.get(person.email)
    const teamId = teamIds.get(teamKey(team.at(-1) ?? ''))
    if (teamId === undefined) throw new Error('a checked row names a team that is neither there nor added')
    return [{ action, lead, present, row: { ...rest, id: present?.id ?? uuidv7(), teamId, roleId } satisfies PersonRow }]
  })
  const added = rows.filter(({ action }) => action === 'add')
  const changed = rows.filter(({ action }) => action === 'change')
  await insertPeople(
    tx,
    added.map(({ row }) => row),
  )
  await updatePeople(
    tx,
    actor.orgId,
    changed.map(({ row }) => row),
  )
  if (checked.saysLead) {
    const pairs = Map.groupBy(rows, ({ lead }) => lead)
    const pair = ({ row: { id: personId, teamId } }: (typeof rows)[number]) => ({ personId, teamId })
    await setLeads(tx, actor.orgId, (pairs.get(true) ?? []).map(pair), (pairs.get(false) ?? []).map(pair))
  }
  await keepCounts(
    ctx,
    rows.flatMap(({ present, row }) => [present?.teamId ?? null, row.teamId]),
  )
  const counts = {
    added: added.length,
    changed: changed.length,
    same: checked.file.rows.length - rows.length,
    teams: checked.file.teams.length,
  }
  await recordAll(ctx, [
    { action: 'people.imported', subject: `organisation:${actor.orgId}`, open: counts },
    ...addedTeams.map(({ id, name, parentId }) => ({
      action: 'team.added',
      subject: `team:${id}`,
      open: { before: null, after: { name, parentId, leads: [] } },
    })),
    ...rows.map(({ row, present, lead }) => eventOf(row, present, checked.saysLead ? { lead } : {})),
  ])
  return counts
}

/** Each person's part of an import, sealed for each alone. */
function eventOf({ id, ...given }: PersonRow, present: Present | undefined, lead: { lead?: boolean }): NewEvent {
  const after = { ...given, ...lead }
  const subject = `person:${id}`
  const open = { by: 'import' }
  if (present === undefined) return { action: 'person.added', subject, open, personal: { about: id, values: { before: null, after } } }
  const { id: _, ...before } = present
  return { action: 'person.changed', subject, open, personal: { about: id, values: { before, after } } }
}

/** Adds the missing teams, parents first; answers with them and with the id of every team by its key. */
async function addTeams({ tx }: Ctx, { file, teams }: CheckedFile) {
  const ids = new Map(teams.map(({ id, name }) => [teamKey(name), id]))
  const missing = file.teams.map((path) => {
    const row = { id: uuidv7(), name: path.at(-1) ?? '', parentId: ids.get(teamKey(path.at(-2) ?? '')) ?? null }
    ids.set(teamKey(row.name), row.id)
    return row
  })
  await insertTeams(tx, missing)
  return { teamIds: ids, added: missing }
}
