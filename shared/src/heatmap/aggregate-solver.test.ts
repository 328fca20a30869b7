import { expect, test } from 'vitest'
import { type Contribution, fewest } from './aggregate-blocks.ts'
import { countCategory, type Renewed } from './aggregate-count.ts'
import type { Counted } from './aggregate-renewal.ts'

/**
 * The adversary keeps every number of every day, knows whom each is about and whether a contribution is one that was counted before, and takes
 * the sums themselves, neither rounded nor held within a margin. Each contribution of a person that differs from their others is an unknown;
 * each number is an equation. What can be solved for is found by exact elimination.
 */
type Equation = ReadonlyMap<string, bigint>

const unknownOf = ({ personId, expected, met }: Counted) => `${personId} ${expected} ${met}`
const personOf = (unknown: string) => unknown.split(' ')[0] ?? ''
const sumOf = (members: readonly Counted[]): Equation => new Map(members.map((member) => [unknownOf(member), 1n]))

/** The same numbers in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

type Random = ReturnType<typeof seeded>
interface Team {
  readonly id: string
  readonly parentId: string | null
}
/** What is shown of each team on a day, as sums of contributions: the team's own block and all below it. */
type View = ReadonlyMap<string, Equation>
type Counter = (facts: {
  teams: readonly Team[]
  contributions: readonly Contribution[]
  day: string
}) => readonly Pick<Renewed, 'teamId' | 'members'>[]

/** The product's own rule, with what it keeps from day to day. */
function counter(): Counter {
  let shown: Renewed[] = []
  const past = new Map<string, Counted>()
  return (facts) => {
    const members = shown.flatMap((block) => block.members.map((member) => ({ ...member, teamId: block.teamId })))
    const { renewed, gone } = countCategory({ ...facts, category: 'platform', leads: [], shown, members, past: [...past.values()] })
    const replaced = new Set([...renewed, ...gone].map(({ teamId }) => teamId))
    shown = [...shown.filter(({ teamId }) => !replaced.has(teamId)), ...renewed]
    for (const member of renewed.flatMap((block) => block.members)) past.set(unknownOf(member), member)
    return shown
  }
}

const belowOf = (teams: readonly Team[], top: string): Set<string> => {
  const below = new Set([top])
  for (const { id, parentId } of teams) if (parentId !== null && below.has(parentId)) below.add(id)
  return below
}

/** A tree of teams, and on each of some days what is shown of it, while people rate themselves, move, come and go. */
function history(random: Random, count: Counter): { teams: readonly Team[]; views: View[] } {
  const teams = Array.from({ length: 2 + random(6) }, (_, n): Team => ({ id: `t${n}`, parentId: n === 0 ? null : `t${random(n)}` }))
  const someTeam = () => teams[random(teams.length)]?.id ?? 't0'
  let next = 0
  const someone = (): Contribution => {
    const expected = 2 + random(3)
    return { personId: `p${next++}`, teamId: someTeam(), expected, rated: expected, met: random(expected + 1) }
  }
  let people = Array.from({ length: 10 + random(40) }, someone)
  const views: View[] = []
  for (let month = 0; month < 8; month++) {
    const day = new Date(Date.UTC(2026, 0, 1 + month * 30)).toISOString().slice(0, 10)
    const blocks = count({ teams, contributions: people, day })
    const view = new Map<string, Equation>()
    for (const { id } of teams) {
      const below = belowOf(teams, id)
      const sum = add(blocks.filter(({ teamId }) => below.has(teamId)).map(({ members }) => sumOf(members)))
      if (sum.size > 0) view.set(id, sum)
    }
    views.push(view)
    const activity = 1 + random(9)
    people = people.flatMap((one): Contribution[] => {
      if (random(10) >= activity) return [one]
      const what = random(12)
      if (what === 0) return []
      if (what === 1) return [{ ...one, teamId: someTeam() }]
      return [{ ...one, met: random(one.expected + 1) }]
    })
    if (random(2) === 0) people.push(someone())
  }
  return { teams, views }
}

function add(equations: readonly Equation[]): Equation {
  const sum = new Map<string, bigint>()
  for (const equation of equations) for (const [unknown, factor] of equation) sum.set(unknown, (sum.get(unknown) ?? 0n) + factor)
  return sum
}

const peopleIn = (equation: Equation) =>
  new Set([...equation].flatMap(([unknown, factor]) => (factor === 0n ? [] : [personOf(unknown)]))).size

/** The fewest people that a·x + b·y is about, over all factors but none: each ratio at which an unknown falls out is tried, and any other. */
function fewestOfPair(x: Equation, y: Equation): number {
  const unknowns = new Set([...x.keys(), ...y.keys()])
  const ratios = new Map<string, [bigint, bigint]>([
    ['1/0', [1n, 0n]],
    ['0/1', [0n, 1n]],
  ])
  for (const unknown of unknowns) {
    const [a, b] = [x.get(unknown) ?? 0n, y.get(unknown) ?? 0n]
    ratios.set(`${b}/${-a}`, [b, -a])
  }
  const sizes = [...ratios.values()].map(([a, b]) =>
    peopleIn(new Map([...unknowns].map((unknown) => [unknown, a * (x.get(unknown) ?? 0n) + b * (y.get(unknown) ?? 0n)]))),
  )
  return Math.min(...sizes.filter((size) => size > 0), Number.POSITIVE_INFINITY)
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))
const shortened = (row: readonly bigint[]) => {
  const factor = row.reduce(gcd, 0n)
  return factor > 1n ? row.map((value) => value / factor) : [...row]
}

/** Rows in echelon form over the rational numbers, each with the column where it begins. */
function echelon(rows: readonly (readonly bigint[])[]): { row: readonly bigint[]; begins: number }[] {
  let left = rows.map(shortened)
  const done: { row: readonly bigint[]; begins: number }[] = []
  for (let column = 0; column < (rows[0]?.length ?? 0) && left.length > 0; column++) {
    const pivot = left.find((row) => row[column] !== 0n)
    if (!pivot) continue
    done.push({ row: pivot, begins: column })
    const head = pivot[column] ?? 0n
    left = left.flatMap((row) => {
      const factor = row[column] ?? 0n
      if (row === pivot) return []
      return [factor === 0n ? row : shortened(row.map((value, n) => value * head - (pivot[n] ?? 0n) * factor))]
    })
  }
  return done
}

/**
 * Groups of fewer than five people of whom some combination of all equations tells, and of no one else. Unknowns that stand in the same equations
 * with the same factors have the same factor in every combination, so they are one class; and a combination about few people has no factor in
 * any class of more. What is left is tried for every person and every union of two small classes.
 */
function toldGroups(equations: readonly Equation[]): string[] {
  const unknowns = [...new Set(equations.flatMap((equation) => [...equation.keys()]))]
  const byFactors = Map.groupBy(unknowns, (unknown) => equations.map((one) => one.get(unknown) ?? 0n).join())
  const classes = [...byFactors].map(([factors, some]) => ({
    factors: factors.split(',').map(BigInt),
    people: new Set(some.map(personOf)),
  }))
  const [large, small] = [classes.filter(({ people }) => people.size >= fewest), classes.filter(({ people }) => people.size < fewest)]
  const ordered = [...large, ...small]
  const rows = [...new Set(equations.map((_, n) => ordered.map(({ factors }) => factors[n] ?? 0n).join()))].map((row) =>
    row.split(',').map(BigInt),
  )
  const aboutSmall = echelon(rows).flatMap(({ row, begins }) => (begins < large.length ? [] : [row.slice(large.length)]))
  if (aboutSmall.length === 0) return []
  const tellsOf = (group: ReadonlySet<string>) => {
    const others = small.flatMap(({ people }, n) => ([...people].every((person) => group.has(person)) ? [] : [n]))
    return echelon(aboutSmall.map((row) => others.map((n) => row[n] ?? 0n))).length < aboutSmall.length
  }
  const groups = new Map<string, ReadonlySet<string>>()
  for (const { people: one } of small)
    for (const { people: other } of small) {
      const group = new Set([...one, ...other])
      if (group.size < fewest) groups.set([...group].toSorted().join(' '), group)
    }
  return [...groups].flatMap(([name, group]) => (tellsOf(group) ? [name] : []))
}

const allOf = (views: readonly View[]) => views.flatMap((view) => [...view.values()])

test('10,000 pairs of numbers, of any teams and days: no way to take one from the other is about fewer than five people', () => {
  const random = seeded(7)
  let pairs = 0
  let least = Number.POSITIVE_INFINITY
  while (pairs < 10_000) {
    const { views } = history(random, counter())
    const numbers = allOf(views)
    for (let n = 0; n < 100 && numbers.length > 1; n++, pairs++) {
      const [x, y] = [numbers[random(numbers.length)], numbers[random(numbers.length)]]
      if (x && y) least = Math.min(least, fewestOfPair(x, y))
    }
  }
  expect(least).toBe(fewest)
})

test('all numbers of all days solved together tell of no person and of no four', { timeout: 120_000 }, () => {
  const random = seeded(11)
  let equations = 0
  for (let world = 0; world < 120; world++) {
    const { views } = history(random, counter())
    equations += new Set(allOf(views).map((one) => [...one.keys()].join())).size
    expect(toldGroups(allOf(views))).toEqual([])
  }
  expect(equations).toBeGreaterThan(400)
})

const byTeam = (contributions: readonly Contribution[]) => [...Map.groupBy(contributions, ({ teamId }) => teamId)]
/** In how many of 20 worlds something is told of fewer than five people. */
const worldsTold = (count: () => Counter) => {
  const random = seeded(13)
  return Array.from({ length: 20 }, () => toldGroups(allOf(history(random, count()).views))).filter((groups) => groups.length > 0).length
}

test('the same solver finds people where each team of five is shown with all below it, whoever is left over', () => {
  const everyFive = (): Counter => {
    let shown: { teamId: string; members: Contribution[] }[] | null = null
    return ({ teams, contributions }) => {
      // As blocks: what a team shows less what the teams below it show.
      shown ??= teams.flatMap(({ id }) => {
        const below = belowOf(teams, id)
        const members = contributions.filter(({ teamId }) => below.has(teamId))
        return members.length < fewest ? [] : [{ teamId: id, members }]
      })
      const sizes = new Map(shown.map(({ teamId }) => [teamId, belowOf(teams, teamId)]))
      return shown.map(({ teamId, members }) => ({
        teamId,
        members: members.filter(
          (member) => ![...sizes].some(([id, below]) => id !== teamId && sizes.get(teamId)?.has(id) && below.has(member.teamId)),
        ),
      }))
    }
  }
  expect(worldsTold(everyFive)).toBeGreaterThan(5)
})

test('the same solver finds people where a block is shown anew as soon as anything changed', () => {
  const everyDay =
    (): Counter =>
    ({ contributions }) =>
      byTeam(contributions).flatMap(([teamId, members]) => (members.length < fewest ? [] : [{ teamId, members }]))
  expect(worldsTold(everyDay)).toBeGreaterThan(5)
})

test('the same solver finds people where five changes since each earlier day are enough, be they new or not', () => {
  const differ = (x: readonly Counted[], y: readonly Counted[]) => {
    const [one, other] = [new Set(x.map(unknownOf)), new Set(y.map(unknownOf))]
    return new Set([...x, ...y].map(unknownOf).flatMap((unknown) => (one.has(unknown) && other.has(unknown) ? [] : [personOf(unknown)])))
      .size
  }
  const first = (name: string) => Array.from({ length: 6 }, (_, n) => `${name}${n}`)
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(first) as [string[], string[], string[], string[]]
  const days = [
    [...a, ...b],
    [...a, ...c],
    [...d, ...b, 'x'],
    [...d, ...c],
  ].map((ids) => ids.map((personId) => ({ personId, teamId: 't0', expected: 2, rated: 2, met: 1 })))
  for (const [n, day] of days.entries()) for (const earlier of days.slice(0, n)) expect(differ(day, earlier)).toBeGreaterThanOrEqual(fewest)
  expect(toldGroups(days.map(sumOf))).toContain('x')
})
