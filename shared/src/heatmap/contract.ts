import { z } from 'zod'
import { seniority } from '../frameworks/seniority.ts'
import { importance } from '../frameworks/pack-roles.ts'
import { basis, source } from '../frameworks/pack-source.ts'
import { id, instant } from '../http/fields.ts'
import { reply } from '../assessments/contract.ts'
import { defineRoute } from '../http/route.ts'
import { level } from '../levels/level.ts'

const params = z.strictObject({ teamId: id })
const count = z.number()

export const heatmapPerson = z.object({
  id,
  name: z.string(),
  teamId: id,
  roleId: z.string().nullable(),
  seniority,
  /** Current levels by skill position; a short array ends with unrated skills. */
  levels: z.array(level.nullable()),
  /** The day of the newest rating, of any skill. */
  ratedOn: z.string().nullable(),
})

export const getHeatmapRoute = defineRoute({
  method: 'get',
  path: '/teams/{teamId}/heatmap',
  scope: 'heatmap:read',
  summary: 'People × skills of a team and all below it, with coverage and single points of failure',
  opensPeople: true,
  params,
  ok: z.object({
    team: z.object({ id, name: z.string() }),
    people: z.array(heatmapPerson),
    /** By skill position, over these people. */
    coverage: z.object({
      expected: z.array(count),
      rated: z.array(count),
      met: z.array(count),
      holders: z.array(count),
      levelSum: z.array(count),
    }),
    singlePoints: z.array(z.object({ skill: z.string(), personId: id })),
    uncovered: z.array(z.string()),
    /** Share of what the roles expect that is there: 0 to 1, null where nothing is expected. */
    readiness: z.number().nullable(),
  }),
})

export const explainCellRoute = defineRoute({
  method: 'get',
  path: '/people/{personId}/skills/{skillId}',
  scope: 'ratings:read',
  summary: 'Explain one number: what is expected and why, what was rated by whom and when, which of it counts',
  opensPeople: true,
  params: z.strictObject({ personId: id, skillId: z.string().max(60) }),
  ok: z.object({
    person: z.object({ id, name: z.string(), roleId: z.string().nullable(), seniority }),
    skill: z.object({ id: z.string(), name: z.string() }),
    expected: z
      .object({
        level,
        base: level,
        rule: z.enum(['as_is', 'shifted', 'fixed']),
        importance,
        basis,
        reasons: z.array(z.object({ text: z.string(), sources: z.array(source) })),
      })
      .nullable(),
    current: z.object({ level, kind: z.enum(['self', 'lead', 'agreed']) }).nullable(),
    ratings: z.array(
      z.object({
        kind: z.enum(['self', 'lead', 'agreed']),
        level: level.nullable(),
        note: z.string(),
        ratedAt: instant,
        by: z.string().nullable(),
        /** What the person says to it. */
        reply: reply.nullable(),
      }),
    ),
    gap: z.number().nullable(),
    /** The explanation in sentences, in the order to read them. */
    sentences: z.array(z.string()),
  }),
})

export const getTrendRoute = defineRoute({
  method: 'get',
  path: '/teams/{teamId}/trend',
  scope: 'overview:read',
  summary: 'Readiness and coverage of a team and all below it at the end of the last twelve months and today, from the history of ratings',
  params,
  ok: z.object({
    team: z.object({ id, name: z.string() }),
    people: count,
    /** More people than the trend is worked out for: there are no points then. */
    tooMany: z.boolean(),
    /** Oldest first. Everything but the ratings is as it is today: people, roles, and what the framework expects of them. */
    points: z.array(
      z.object({
        /** The last day counted, in UTC. */
        day: z.string(),
        /** Share of what the roles expect that was there: 0 to 1, null where nothing is expected. */
        readiness: z.number().nullable(),
        /** Added up over people and the skills expected of them. */
        expected: count,
        rated: count,
        met: count,
      }),
    ),
    /** Days on which another version of the framework was published. */
    breaks: z.array(z.object({ day: z.string(), version: z.string(), name: z.string() })),
  }),
})

const share = z.object({ expected: count, rated: count, met: count })

export const getOverviewRoute = defineRoute({
  method: 'get',
  path: '/organisation/overview',
  scope: 'overview:read',
  summary: 'Teams × skill categories and teams × practice areas; each team with all below it',
  ok: z.object({
    teams: z.array(
      z.object({
        id,
        name: z.string(),
        /** Null at the top of what one may see. */
        parentId: id.nullable(),
        people: count,
        /** By category id. */
        categories: z.record(z.string(), share),
        /** By id of each practice area in force; the team's own checklist. */
        areas: z.record(
          z.string(),
          z.object({ level: z.number().nullable(), percentage: z.number().nullable(), answered: count, applicable: count }),
        ),
      }),
    ),
  }),
})
