import { v7 as uuidv7 } from 'uuid'
import { can } from '@plumbline/shared/access/can.ts'
import { notFound } from '@plumbline/shared/errors/problem.ts'
import type { HiringReport, listReportsRoute } from '@plumbline/shared/hiring/contract.ts'
import { sourcedExpectations } from '@plumbline/shared/hiring/expectations.ts'
import { hiringRule } from '@plumbline/shared/hiring/gaps.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import { levelNamesOf } from '@plumbline/shared/levels/level.ts'
import { record } from '#audit/record.ts'
import { frameworkOf } from '#frameworks/framework-of.ts'
import type { Ctx } from '#http/context.ts'
import { reportCsv } from './csv.ts'
import { gapsOf, scopeOf, type Scope } from './gaps.ts'
import { insertReport, nameAndDay, reportById, reportHeads, type ReportContent } from './queries.ts'

/** Makes a report and keeps all that it says, so that it reads the same whatever changes afterwards. */
export async function createReport(ctx: Ctx, teamIds: readonly string[]): Promise<HiringReport> {
  const { tx, actor } = ctx
  const scope = await scopeOf(ctx, teamIds)
  const content = await contentOf(ctx, scope)
  const id = uuidv7()
  await insertReport(tx, { id, frameworkVersion: content.frameworkVersion, content, createdBy: actor.personId })
  const { people, gaps } = content
  const counts = { people, roles: gaps.roles.length, skills: gaps.skills.length }
  await record(ctx, 'hiring.exported', `report:${id}`, { teams: scope.chosen, ...counts })
  return getReport(ctx, id)
}

async function contentOf(ctx: Ctx, scope: Scope): Promise<ReportContent> {
  const { pack, index } = await frameworkOf(ctx)
  const { gaps, roles, people } = await gapsOf(ctx, scope)
  const about = await nameAndDay(ctx.tx, ctx.actor.orgId)
  if (!about) throw notFound()
  const names = (ids: readonly string[], byId: ReadonlyMap<string, { name: string }>) =>
    Object.fromEntries(ids.map((id) => [id, byId.get(id)?.name ?? id]))
  return {
    day: about.day,
    organisation: about.name,
    frameworkVersion: pack.version,
    teams: [...scope.chosen],
    counted: [...scope.counted],
    people,
    gaps,
    roleNames: names(
      gaps.roles.map(({ role }) => role),
      index.roleById,
    ),
    skillNames: names(
      gaps.skills.map(({ skill }) => skill),
      index.skillById,
    ),
    levelNames: [...levelNamesOf(pack)],
    documents: pack.documents.map(({ id, title, author, date }) => ({ id, title, author, date })),
    expectations: sourcedExpectations(roles, pack),
    rule: [...hiringRule],
  }
}

/** Whoever may plan for all teams of a report may read it; for anyone else it is not there. */
const maySee = ({ actor }: Ctx, counted: readonly { id: string }[]) => counted.every((team) => can.planHiring.allows(actor, team))

export async function getReport(ctx: Ctx, reportId: string): Promise<HiringReport> {
  const row = await reportById(ctx.tx, ctx.actor.orgId, reportId)
  if (!row || !maySee(ctx, row.content.counted)) throw notFound()
  return { ...row.content, id: row.id, createdAt: row.createdAt.toISOString(), createdBy: row.createdBy }
}

export async function listReports(ctx: Ctx): Promise<OkOf<typeof listReportsRoute>> {
  const rows = await reportHeads(ctx.tx, ctx.actor.orgId)
  return { reports: rows.filter(({ counted }) => maySee(ctx, counted)).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) }
}

/** The report as a file. That it was taken is an event; no person is in it, so nobody was read. */
export async function exportReport(ctx: Ctx, reportId: string): Promise<string> {
  const report = await getReport(ctx, reportId)
  const csv = reportCsv(report)
  const filter = { teams: report.teams.map(({ id }) => id) }
  await record(ctx, 'hiring.report_exported', `report:${reportId}`, { format: 'csv', filter, rows: csv.trimEnd().split('\r\n').length - 1 })
  return csv
}
