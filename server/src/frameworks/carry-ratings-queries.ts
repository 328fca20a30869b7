import { randomInt } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Carry } from '@plumbline/shared/frameworks/carry.ts'
import type { Tx } from '#db/client.ts'

/** One entry that takes over what another leaves behind. */
interface Inheritance {
  readonly gone: string
  readonly heir: string
}

const inheritances = (heirs: Carry['skills']): Inheritance[] =>
  Object.entries(heirs).flatMap(([gone, ids]) => ids.map((heir) => ({ gone, heir })))

const texts = (values: readonly string[]) => sql`${sql.param(values)}::text[]`

const whole = (values: readonly (number | null)[]) => sql`${sql.param(values)}::bigint[]`

/**
 * Gives each heir copies of all ratings of the skill that it takes over, each with its assessment, author and day, and brings the kept levels up to
 * date. Heirs are skills that nobody was rated in before. Answers how many copies there are.
 */
export async function carryRatings(tx: Tx, orgId: string, heirs: Carry['skills'], positions: ReadonlyMap<string, number>): Promise<number> {
  const pairs = inheritances(heirs)
  if (pairs.length === 0) return 0
  const copies = await copyRatings(tx, orgId, pairs)
  await copyLevels(tx, orgId, pairs, positions)
  return copies
}

/**
 * A copy's id is that of the rating with its last 40 bits turned by a number of its heir. So no two are the same, and copies lie in the order of
 * their originals, by which the newer of two ratings of one instant is told.
 */
async function copyRatings(tx: Tx, orgId: string, pairs: readonly Inheritance[]): Promise<number> {
  const masks = new Set<number>()
  while (masks.size < pairs.length) masks.add(randomInt(1, 2 ** 40))
  const id = sql`(left(r.id::text, 26) || lpad(to_hex(('x' || right(r.id::text, 10))::bit(40)::bigint # h.mask), 10, '0'))::uuid`
  const { rowCount } = await tx.execute(sql`
    insert into ratings (org_id, id, assessment_id, person_id, skill_id, kind, level, interest, note, carried_from, rated_at)
    select r.org_id, ${id}, r.assessment_id, r.person_id, h.heir, r.kind, r.level, r.interest, r.note, r.skill_id, r.rated_at
    from ratings r
    join unnest(${texts(pairs.map(({ gone }) => gone))}, ${texts(pairs.map(({ heir }) => heir))}, ${whole([...masks])}) as h(gone, heir, mask)
      on h.gone = r.skill_id
    where r.org_id = ${orgId}`)
  return rowCount ?? 0
}

/**
 * Appends the heirs' levels to the kept arrays: each is that of the skill it takes over. An array ends with the last skill that was rated in its
 * kind, be it as "not sure", so the ratings say how long it becomes.
 */
async function copyLevels(tx: Tx, orgId: string, pairs: readonly Inheritance[], positions: ReadonlyMap<string, number>): Promise<void> {
  const at = (id: string) => positions.get(id) ?? -1
  const heirAt = pairs.map(({ heir }) => at(heir))
  const first = Math.min(...heirAt)
  const source = new Map(pairs.map(({ gone, heir }) => [at(heir), at(gone)]))
  const sources = Array.from({ length: Math.max(...heirAt) - first + 1 }, (_, place) => source.get(first + place) ?? null)
  const longer = (column: string, type: string, last: string) => {
    const kept = sql.raw(`p.${column}`)
    const gap = sql`array_fill(null::${sql.raw(type)}, array[greatest(0, ${first}::integer - cardinality(${kept}))])`
    const added = sql`(select array_agg(${kept}[s.source + 1] order by s.place) from unnest(${whole(sources)}) with ordinality as s(source, place))`
    return sql`(${kept} || ${gap} || ${added})[1:greatest(cardinality(${kept}), ${sql.raw(last)} + 1)]`
  }
  await tx.execute(sql`
    update person_levels p
    set self = ${longer('self', 'smallint', 'rated.self')},
      lead = ${longer('lead', 'smallint', 'rated.lead')},
      agreed = ${longer('agreed', 'smallint', 'rated.agreed')},
      current = ${longer('current', 'smallint', 'rated.of_any')},
      rated_on = ${longer('rated_on', 'date', 'rated.of_any')}
    from (
      select r.person_id,
        max(h.heir_at) filter (where r.kind = 'self') as self,
        max(h.heir_at) filter (where r.kind = 'lead') as lead,
        max(h.heir_at) filter (where r.kind = 'agreed') as agreed,
        max(h.heir_at) as of_any
      from ratings r
      join unnest(${texts(pairs.map(({ gone }) => gone))}, ${whole(heirAt)}) as h(gone, heir_at) on h.gone = r.skill_id
      where r.org_id = ${orgId}
      group by r.person_id
    ) rated
    where p.org_id = ${orgId} and p.person_id = rated.person_id`)
}

/** Gives each heir copies of all answers to the practice that it takes over, with their revisions. Answers how many copies there are. */
export async function carryAnswers(tx: Tx, orgId: string, heirs: Carry['practices']): Promise<number> {
  const pairs = inheritances(heirs)
  if (pairs.length === 0) return 0
  const { rowCount } = await tx.execute(sql`
    insert into practice_answers (org_id, team_id, practice_id, revision, answer, evidence, note, carried_from, answered_by, answered_at)
    select a.org_id, a.team_id, h.heir, a.revision, a.answer, a.evidence, a.note, a.practice_id, a.answered_by, a.answered_at
    from practice_answers a
    join unnest(${texts(pairs.map(({ gone }) => gone))}, ${texts(pairs.map(({ heir }) => heir))}) as h(gone, heir) on h.gone = a.practice_id
    where a.org_id = ${orgId}`)
  return rowCount ?? 0
}
