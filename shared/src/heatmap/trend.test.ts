import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallIndex } from '../levels/small-pack.ts'
import { peopleFrom, person } from '../levels/small-pack-people.ts'
import { teamCounts } from './coverage.ts'
import { readiness } from './fit.ts'
import { type RatingAt, trend, trendDays } from './trend.ts'

const ana = person('ana', 'platform-engineer', []) // expects kubernetes 4 must, gitops 3 must, iac 3 should, architecture 2 should
const ben = person('ben', 'security-engineer', []) // expects kubernetes 2 should, secrets 4 must, cost 2 should
const given = (personId: string, skillId: string, level: RatingAt['level'], point: number, kind: RatingAt['kind'] = 'self'): RatingAt => ({
  personId,
  skillId,
  kind,
  level,
  point,
})

test('worked example: readiness of 42 points and coverage of 7 expectations, month by month', () => {
  // Ana 3·4 + 3·3 + 1·3 + 1·2 = 26, Ben 1·2 + 3·4 + 1·2 = 16: 42 in all.
  const ratings = [
    given('ana', 'kubernetes', 4, 1), // 3 · 4 = 12
    given('ben', 'secrets', 5, 1), // 3 · min(5, 4) = 12
    given('ben', 'gitops', 5, 1), // not expected of Ben
    given('ana', 'kubernetes', 2, 3, 'lead'), // counts before her own 4: 3 · 2 = 6
    given('ben', 'secrets', null, 4), // not sure: his 5 is taken back
  ]
  expect(trend([ana, ben], ratings, 5, smallIndex)).toEqual([
    { readiness: 0, expected: 7, rated: 0, met: 0 },
    { readiness: 24 / 42, expected: 7, rated: 2, met: 2 },
    { readiness: 24 / 42, expected: 7, rated: 2, met: 2 },
    { readiness: 18 / 42, expected: 7, rated: 2, met: 1 },
    { readiness: 6 / 42, expected: 7, rated: 1, met: 0 },
  ])
})

test('ratings of people and skills that are gone count for nothing, and nobody expecting anything has no readiness', () => {
  const gone = [given('cy', 'kubernetes', 5, 0), given('ana', 'no-such-skill', 5, 0)]
  expect(trend([ana], gone, 1, smallIndex)).toEqual([{ readiness: 0, expected: 4, rated: 0, met: 0 }])
  expect(trend([person('dee', null, [])], [given('dee', 'kubernetes', 5, 0)], 1, smallIndex)).toEqual([
    { readiness: null, expected: 0, rated: 0, met: 0 },
  ])
})

test('the ends of the months before today, over a leap year and on the last day of a month', () => {
  expect(trendDays('2028-03-15', 3)).toEqual(['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-15'])
  expect(trendDays('2026-11-30', 2)).toEqual(['2026-09-30', '2026-10-31', '2026-11-30'])
  expect(trendDays('2026-01-01', 12)).toHaveLength(13)
})

const anyPeople = fc.array(fc.array(fc.nat(6), { maxLength: 2 }), { maxLength: 6 }).map(peopleFrom)
const anyRatings = fc.uniqueArray(
  fc.record({
    personId: fc.constantFrom('p0', 'p1', 'p2', 'p5', 'gone'),
    skillId: fc.constantFrom('kubernetes', 'gitops', 'secrets', 'architecture', 'gone'),
    kind: fc.constantFrom<RatingAt['kind']>('self', 'lead', 'agreed'),
    level: fc.constantFrom<RatingAt['level']>(null, 0, 1, 2, 3, 4, 5),
    point: fc.nat(4),
  }),
  { selector: ({ personId, skillId, kind, point }) => [personId, skillId, kind, point].join(' '), maxLength: 60 },
)

test('a month without new ratings equals the month before', () => {
  fc.assert(
    fc.property(anyPeople, anyRatings, (people, ratings) => {
      const points = trend(people, ratings, 5, smallIndex)
      const quiet = [1, 2, 3, 4].filter((at) => ratings.every(({ point }) => point !== at))
      expect(quiet.map((at) => points[at])).toEqual(quiet.map((at) => points[at - 1]))
    }),
  )
})

test('the last point is what readiness and coverage say of the levels that stand', () => {
  fc.assert(
    fc.property(anyPeople, anyRatings, (people, ratings) => {
      const newest = (id: string, skill: string, kind: RatingAt['kind']) =>
        ratings
          .filter((one) => one.personId === id && one.skillId === skill && one.kind === kind)
          .toSorted((a, b) => a.point - b.point)
          .at(-1)?.level ?? null
      const standing = people.map((one) => ({
        ...one,
        levels: smallIndex.skills.map((skill) => {
          const of = (kind: RatingAt['kind']) => newest(one.id, skill?.id ?? '', kind)
          return of('agreed') ?? of('lead') ?? of('self')
        }),
      }))
      const last = trend(people, ratings, 5, smallIndex).at(-1)
      expect(last?.readiness).toBe(readiness(standing, smallIndex).value)
      expect(last?.met).toBe(teamCounts(standing, smallIndex).met.reduce((sum, one) => sum + one, 0))
    }),
  )
})
