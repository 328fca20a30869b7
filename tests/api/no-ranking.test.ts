import { expect, test } from 'vitest'
import { emptyWorld, startedWorld } from '../support/world.ts'

const ranking = new Set(
  'rank ranks ranked ranking score scores scored percentile quartile quantile decile leaderboard podium standing top best worst place fit'.split(
    ' ',
  ),
)
const sorting = new Set('sort sorted order ordered'.split(' '))

interface Operation {
  readonly parameters?: readonly { readonly name: string }[]
  readonly requestBody?: unknown
  readonly responses?: unknown
}

/** `topScore`, `top_score` and `top-score` are the words "top" and "score". */
const wordsOf = (key: string): string[] =>
  key
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)

/** The names of all fields anywhere in a part of the documentation. */
function fieldsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  const own = 'properties' in part && typeof part.properties === 'object' ? Object.keys(part.properties ?? {}) : []
  return [...own, ...Object.values(part).flatMap(fieldsIn)]
}

/** Every operation of the API as its documentation has it, which is made from what parses each answer on the way out. */
async function operations(): Promise<[name: string, operation: Operation][]> {
  const { app } = await emptyWorld()
  const document = (await (await app.request('http://localhost/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, Operation>>
  }
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [`${method.toUpperCase()} ${path}`, operation]),
  )
}

test('no answer of any route carries a rank, score, percentile or the like', async () => {
  const all = await operations()
  expect(all.length).toBeGreaterThan(40)
  const fields = all.flatMap(([name, { responses }]) => [...new Set(fieldsIn(responses))].map((field) => [name, field] as const))
  expect(fields.length).toBeGreaterThan(400)
  expect(fields.filter(([, field]) => wordsOf(field).some((word) => ranking.has(word)))).toEqual([])
})

test('no route can be asked to sort or to rank', async () => {
  const asked = (await operations()).flatMap(([name, { parameters = [], requestBody }]) =>
    [...parameters.map((parameter) => parameter.name), ...fieldsIn(requestBody)].map((field) => [name, field] as const),
  )
  expect(asked.length).toBeGreaterThan(60)
  expect(asked.filter(([, field]) => wordsOf(field).some((word) => ranking.has(word) || sorting.has(word)))).toEqual([])
})

test('people come by name, however their levels stand', async () => {
  const world = await startedWorld()
  const teamId = await world.team('Platform')
  const levels = { Anna: 1, Bert: 5, Cleo: 0, Dora: 4 }
  for (const [name, level] of Object.entries(levels)) {
    const person = await world.join({ name, teamId, roleId: 'platform-engineer', seniority: 'mid' })
    await person.put(`/people/${person.id}/ratings/kubernetes`, { level, interest: null, note: '' })
  }
  const named = (people: { name: string }[]) => people.map(({ name }) => name).filter((name) => name in levels)
  expect(named((await world.admin.get(`/teams/${teamId}/heatmap`)).body.people)).toEqual(Object.keys(levels))
  expect(named((await world.admin.get('/people')).body.people)).toEqual(Object.keys(levels))
})
