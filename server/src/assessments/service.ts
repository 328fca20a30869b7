import { v7 as uuidv7 } from 'uuid'
import { can } from '@plumbline/shared/access/can.ts'
import { type AnswerChanges, type Answers, mergeAnswers } from '@plumbline/shared/assessments/answers.ts'
import { carriedAnswers, unplacedAnswers } from '@plumbline/shared/assessments/carried-answers.ts'
import type { Answer } from '@plumbline/shared/assessments/contract.ts'
import { invalid, notFound, stale } from '@plumbline/shared/errors/problem.ts'
import type { AssessmentKind } from '@plumbline/shared/levels/current.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import { frameworkOf } from '#frameworks/framework-of.ts'
import type { Ctx } from '#http/context.ts'
import { keepCounts, keepLevels } from '#levels/keep.ts'
import {
  deleteDraft,
  draftOf,
  formerSkills,
  insertAssessment,
  insertDraft,
  insertRatings,
  lastSubmittedAt,
  lockedDraft,
  newestAssessment,
  newestSelfRatings,
  personById,
  skillCarries,
  updateDraft,
} from './queries.ts'

async function personOf({ tx, actor }: Ctx, id: string) {
  const person = await personById(tx, actor.orgId, id)
  if (!person) throw notFound()
  return person
}

export async function getAssessment(ctx: Ctx, personId: string) {
  const { tx, actor } = ctx
  requires(can.viewOwn, actor, await personOf(ctx, personId))
  const rated = await newestSelfRatings(tx, actor.orgId, personId)
  const draft = await draftOf(tx, actor.orgId, personId)
  return {
    draft: { answers: await answersToday(ctx, draft?.answers ?? {}), version: draft?.version ?? 0 },
    submitted: Object.fromEntries(rated.map(({ skillId, ratedAt, ...rating }) => [skillId, { ...rating, ratedAt: ratedAt.toISOString() }])),
    submittedAt: (await lastSubmittedAt(tx, actor.orgId, personId))?.toISOString() ?? null,
  }
}

/** Version 0 stands for the draft that is not there yet. Nothing of a draft goes into the audit: it is its author's alone. */
export async function saveDraft(ctx: Ctx, personId: string, version: number, changes: AnswerChanges) {
  const { tx, actor } = ctx
  requires(can.viewOwn, actor, await personOf(ctx, personId))
  await checkSkills(ctx, Object.keys(changes))
  // A page that was opened before a version was published speaks of its skills: what is said there last counts for what took them over.
  const said = await answersToday(ctx, changes)
  const draft = await lockedDraft(tx, actor.orgId, personId)
  if ((draft?.version ?? 0) !== version) throw stale(draft?.version ?? 0)
  const answers = mergeAnswers(await answersToday(ctx, draft?.answers ?? {}), said)
  const kept = { ...(await answersAside(ctx, draft?.answers ?? {})), ...answers }
  if (draft) await updateDraft(tx, actor.orgId, personId, kept)
  else if (!(await insertDraft(tx, personId, kept))) throw stale((await draftOf(tx, actor.orgId, personId))?.version ?? 0)
  return { answers, version: version + 1 }
}

// The trail names the assessments before and after, never a level: those stand in the history, which nothing changes, and who reads them there is noted.

/** Makes the draft's answers ratings. `at` dates them in the past, for an organisation that is made with its history. */
export async function submitAssessment(ctx: Ctx, personId: string, { draftVersion }: { draftVersion: number }, at?: Date) {
  const { tx, actor } = ctx
  const person = await personOf(ctx, personId)
  requires(can.viewOwn, actor, person)
  const draft = await lockedDraft(tx, actor.orgId, personId)
  if (draft?.version !== draftVersion) throw stale(draft?.version ?? 0)
  const answers = await answersToday(ctx, draft.answers)
  if (Object.keys(answers).length === 0) throw invalid('There is no answer to submit. Rate at least one skill first.')
  const before = await newestAssessment(tx, actor.orgId, { personId, kind: 'self' })
  const assessment = await addAssessment(ctx, person, 'self', answers, at)
  await deleteDraft(tx, actor.orgId, personId)
  await record(ctx, 'assessment.submitted', `assessment:${assessment.id}`, {
    personId,
    ratings: assessment.ratings,
    before,
    after: assessment.id,
  })
  return assessment
}

/** Adds a newer rating of one's own; the one before stays in the history. */
export async function changeRating(ctx: Ctx, personId: string, skillId: string, answer: Answer, at?: Date) {
  const person = await personOf(ctx, personId)
  requires(can.viewRatings, ctx.actor, person)
  requires(can.rateSelf, ctx.actor, person)
  await findSkill(ctx, skillId)
  const before = await newestAssessment(ctx.tx, ctx.actor.orgId, { personId, kind: 'self', skillId })
  const { id } = await addAssessment(ctx, person, 'self', { [skillId]: answer }, at)
  await record(ctx, 'rating.changed', `assessment:${id}`, { personId, before, after: id }, { about: personId, values: { skillId } })
  return { done: true as const }
}

/** Adds a lead's rating beside the person's own. */
export async function rateAsLead(ctx: Ctx, personId: string, skillId: string, { level, note }: Omit<Answer, 'interest'>, at?: Date) {
  const person = await personOf(ctx, personId)
  requires(can.viewRatings, ctx.actor, person)
  requires(can.rateAsLead, ctx.actor, person)
  await findSkill(ctx, skillId)
  const before = await newestAssessment(ctx.tx, ctx.actor.orgId, { personId, kind: 'lead', skillId })
  const { id } = await addAssessment(ctx, person, 'lead', { [skillId]: { level, note, interest: null } }, at)
  await record(ctx, 'rating.given_as_lead', `assessment:${id}`, { personId, before, after: id }, { about: personId, values: { skillId } })
  return { done: true as const }
}

/** Writes one assessment with a rating per answer, and brings what is kept ready up to date. */
async function addAssessment(ctx: Ctx, person: { id: string; teamId: string | null }, kind: AssessmentKind, answers: Answers, at?: Date) {
  const { tx, actor } = ctx
  const { pack } = await frameworkOf(ctx)
  const id = uuidv7()
  const by = { personId: person.id, kind }
  const given = at === undefined ? {} : { submittedAt: at }
  const submittedAt = await insertAssessment(tx, { ...by, id, frameworkVersion: pack.version, submittedBy: actor.personId, ...given })
  const rows = Object.entries(answers).map(([skillId, { level, interest, note }]) => ({
    ...by,
    id: uuidv7(),
    assessmentId: id,
    skillId,
    level,
    interest,
    note: note === '' ? null : note,
    ratedAt: submittedAt,
  }))
  await insertRatings(tx, rows)
  await keepLevels(ctx, person.id)
  await keepCounts(ctx, [person.teamId])
  return { id, ratings: rows.length, submittedAt: submittedAt.toISOString() }
}

async function findSkill(ctx: Ctx, skillId: string) {
  if (!(await frameworkOf(ctx)).index.skillById.has(skillId)) throw notFound()
}

/** By the skills that are measured now. What became of the others is asked for only where there are any. */
async function answersToday<Given>(ctx: Ctx, answers: Readonly<Record<string, Given>>): Promise<Record<string, Given>> {
  const today = (await frameworkOf(ctx)).index.skillById
  return carriedAnswers(answers, today, await carriesFor(ctx, answers, today))
}

async function answersAside(ctx: Ctx, answers: Answers): Promise<Answers> {
  const today = (await frameworkOf(ctx)).index.skillById
  return unplacedAnswers(answers, today, await carriesFor(ctx, answers, today))
}

const carriesFor = async ({ tx, actor }: Ctx, answers: object, today: ReadonlyMap<string, unknown>) =>
  Object.keys(answers).every((id) => today.has(id)) ? [] : skillCarries(tx, actor.orgId)

async function checkSkills(ctx: Ctx, skillIds: readonly string[]) {
  const { tx, actor } = ctx
  const { index } = await frameworkOf(ctx)
  const others = skillIds.filter((id) => !index.skillById.has(id))
  if (others.length === 0) return
  const former = await formerSkills(tx, actor.orgId, others)
  const unknown = others.filter((id) => !former.has(id)).slice(0, 50)
  if (unknown.length === 0) return
  const detail = 'Choose a skill of your framework.'
  const pointer = (id: string) => `/answers/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`
  throw invalid(
    'A skill is not in your framework.',
    unknown.map((id) => ({ in: 'body', pointer: pointer(id), detail })),
  )
}
