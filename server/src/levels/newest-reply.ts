import { sql } from 'drizzle-orm'
import { ratingReplies, ratings } from '#db/schema.ts'

/** What the person said last to the rating of the row; null where they said nothing. */
export const newestReply = sql<{ text: string; at: string } | null>`(
  select json_build_object('text', reply.text, 'at', to_char(reply.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from ${ratingReplies} reply where reply.org_id = ${ratings.orgId} and reply.rating_id = ${ratings.id}
  order by reply.at desc, reply.id desc limit 1)`
