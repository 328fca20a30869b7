import { and, asc, desc, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import type { Answers } from '@plumbline/shared/assessments/answers.ts'
import type { Answer } from '@plumbline/shared/assessments/contract.ts'
import type { AssessmentKind } from '@plumbline/shared/levels/current.ts'
import type { Tx } from '#db/client.ts'
import { assessments, drafts, organisationFrameworks, people, ratings, skills } from '#db/schema.ts'

/** Someone who left is not there: nobody opens their ratings any more. */
export const personById = async (tx: Tx, orgId: string, id: string) =>
  (
    await tx
      .select({ id: people.id, teamId: people.teamId })
      .from(people)
      .where(and(eq(people.orgId, orgId), eq(people.id, id), isNull(people.leftOn)))
  )[0]

const draftOfPerson = (orgId: string, personId: string) => and(eq(drafts.orgId, orgId), eq(drafts.personId, personId))
const draftColumns = { answers: sql<Answers>`${drafts.answers}`, version: drafts.version }

export const draftOf = async (tx: Tx, orgId: string, personId: string) =>
  (await tx.select(draftColumns).from(drafts).where(draftOfPerson(orgId, personId)))[0]

/** The draft, held until the transaction ends: who comes second sees what the first made of it. */
export const lockedDraft = async (tx: Tx, orgId: string, personId: string) =>
  (await tx.select(draftColumns).from(drafts).where(draftOfPerson(orgId, personId)).for('update'))[0]

/** False where another tab has begun the draft in the meantime. */
export const insertDraft = async (tx: Tx, personId: string, answers: Answers) =>
  (await tx.insert(drafts).values({ personId, answers }).onConflictDoNothing().returning({ version: drafts.version })).length > 0

export const updateDraft = (tx: Tx, orgId: string, personId: string, answers: Answers) =>
  tx
    .update(drafts)
    .set({ answers, version: sql`${drafts.version} + 1`, updatedAt: sql`now()` })
    .where(draftOfPerson(orgId, personId))

export const deleteDraft = (tx: Tx, orgId: string, personId: string) => tx.delete(drafts).where(draftOfPerson(orgId, personId))

/** What became of the skills that a version no longer had, version by version, the oldest first. */
export const skillCarries = async (tx: Tx, orgId: string) => {
  const rows = await tx
    .select({ carry: organisationFrameworks.carry })
    .from(organisationFrameworks)
    .where(eq(organisationFrameworks.orgId, orgId))
    .orderBy(asc(organisationFrameworks.publishedAt), asc(organisationFrameworks.version))
  // The version that an organisation began with carried nothing and has no lists.
  return rows.map(({ carry }) => carry.skills ?? {})
}

/** Of these ids those that are skills of one of the organisation's versions. */
export const formerSkills = async (tx: Tx, orgId: string, ids: readonly string[]) => {
  const rows = await tx
    .select({ id: skills.id })
    .from(skills)
    .where(and(eq(skills.orgId, orgId), inArray(skills.id, [...ids])))
  return new Set(rows.map(({ id }) => id))
}

/** The newest self rating of each skill. */
export const newestSelfRatings = (tx: Tx, orgId: string, personId: string) =>
  tx
    .selectDistinctOn([ratings.skillId], {
      skillId: ratings.skillId,
      level: sql<Answer['level']>`${ratings.level}`,
      interest: sql<Answer['interest']>`${ratings.interest}`,
      note: sql<string>`coalesce(${ratings.note}, '')`,
      ratedAt: ratings.ratedAt,
    })
    .from(ratings)
    .where(and(eq(ratings.orgId, orgId), eq(ratings.personId, personId), eq(ratings.kind, 'self')))
    .orderBy(asc(ratings.skillId), desc(ratings.ratedAt), desc(ratings.id))

export const lastSubmittedAt = async (tx: Tx, orgId: string, personId: string) =>
  (
    await tx
      .select({ at: max(assessments.submittedAt) })
      .from(assessments)
      .where(and(eq(assessments.orgId, orgId), eq(assessments.personId, personId), eq(assessments.kind, 'self')))
  )[0]?.at ?? null

/** The id of the newest assessment of this kind, or of the newest that rated the skill; null where there is none. */
export const newestAssessment = async (
  tx: Tx,
  orgId: string,
  { personId, kind, skillId }: { personId: string; kind: AssessmentKind; skillId?: string },
): Promise<string | null> =>
  (
    await tx
      .select({ id: ratings.assessmentId })
      .from(ratings)
      .where(
        and(
          eq(ratings.orgId, orgId),
          eq(ratings.personId, personId),
          eq(ratings.kind, kind),
          skillId === undefined ? undefined : eq(ratings.skillId, skillId),
        ),
      )
      .orderBy(desc(ratings.ratedAt), desc(ratings.id))
      .limit(1)
  )[0]?.id ?? null

interface NewAssessment {
  id: string
  personId: string
  kind: AssessmentKind
  frameworkVersion: string
  submittedBy: string | null
  submittedAt?: Date
}

/** Answers when it was submitted: by the clock of the database where no time is given. */
export async function insertAssessment(tx: Tx, row: NewAssessment): Promise<Date> {
  const [inserted] = await tx.insert(assessments).values(row).returning({ submittedAt: assessments.submittedAt })
  if (!inserted) throw new Error('an insert that returned nothing')
  return inserted.submittedAt
}

interface NewRating {
  id: string
  assessmentId: string
  personId: string
  skillId: string
  kind: AssessmentKind
  level: number | null
  interest: number | null
  note: string | null
  ratedAt: Date
}

export const insertRatings = (tx: Tx, rows: NewRating[]) => tx.insert(ratings).values(rows)
