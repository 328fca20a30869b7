import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { assessments, people, ratingReplies, ratings } from '#db/schema.ts'
import { newestReply } from '#levels/newest-reply.ts'

const ofLeads = (orgId: string, personId: string) => and(eq(ratings.orgId, orgId), eq(ratings.personId, personId), eq(ratings.kind, 'lead'))

/** Every rating that leads gave a person and that is still kept, by skill and within it the newest first, with the newest reply to each. */
export const leadRatings = (tx: Tx, orgId: string, personId: string) =>
  tx
    .select({
      id: ratings.id,
      skillId: ratings.skillId,
      level: ratings.level,
      note: ratings.note,
      ratedAt: ratings.ratedAt,
      by: people.name,
      reply: newestReply,
    })
    .from(ratings)
    .innerJoin(assessments, and(eq(assessments.orgId, ratings.orgId), eq(assessments.id, ratings.assessmentId)))
    .leftJoin(people, and(eq(people.orgId, assessments.orgId), eq(people.id, assessments.submittedBy)))
    .where(ofLeads(orgId, personId))
    .orderBy(asc(ratings.skillId), desc(ratings.ratedAt), desc(ratings.id))

export const newestLeadRating = async (tx: Tx, orgId: string, personId: string, skillId: string) =>
  (
    await tx
      .select({ id: ratings.id })
      .from(ratings)
      .where(and(ofLeads(orgId, personId), eq(ratings.skillId, skillId)))
      .orderBy(desc(ratings.ratedAt), desc(ratings.id))
      .limit(1)
  )[0]

export async function insertReply(tx: Tx, row: { id: string; ratingId: string; personId: string; text: string }): Promise<Date> {
  // By the clock and not the beginning of the transaction, so that of two replies the later one is the newest.
  const [inserted] = await tx
    .insert(ratingReplies)
    .values({ ...row, at: sql`clock_timestamp()` })
    .returning({ at: ratingReplies.at })
  if (!inserted) throw new Error('an insert that returned nothing')
  return inserted.at
}
