import { expect, test } from 'vitest'
import { type Contribution, mayBeShown } from './aggregate-blocks.ts'
import { type Counted, renewal } from './aggregate-renewal.ts'

const members = (expected: readonly number[], met: readonly number[]): Contribution[] =>
  expected.map((skills, n) => ({ personId: `p${n}`, teamId: 'team', expected: skills, rated: skills, met: met[n] ?? 0 }))
const block = (expected: readonly number[], met: readonly number[]) => ({ members: members(expected, met), circles: [] })
const never = () => []
const pastOf = (counted: readonly Counted[]) => (id: string) => counted.filter(({ personId }) => personId === id)
const six = [4, 4, 4, 4, 4, 4]

test('worked example: the first count is shown as it is, but for the margin at both ends', () => {
  // Of 24, two people hold 8.
  expect(renewal(block(six, [4, 1, 2, 3, 0, 2]), null, never)).toEqual({ met: 12, side: 'same' })
  expect(renewal(block(six, [4, 4, 4, 4, 4, 4]), null, never)).toEqual({ met: 16, side: 'more' })
  expect(renewal(block(six, [4, 4, 4, 4, 0, 0]), null, never)).toEqual({ met: 16, side: 'more' })
  expect(renewal(block(six, [0, 0, 0, 0, 0, 0]), null, never)).toEqual({ met: 8, side: 'less' })
})

test('nothing is shown while less than half of what is expected is rated', () => {
  const rated = (each: number) => ({ members: members(six, [1, 1, 1, 1, 1, 1]).map((one) => ({ ...one, rated: each })), circles: [] })
  expect(renewal(rated(1), null, never)).toBeNull()
  expect(renewal(rated(2), null, never)).not.toBeNull()
})

test('yesterday less today is about five people at least, or nothing changes', () => {
  const was = members(six, [2, 2, 2, 2, 2, 2])
  const next = (met: number[], past: readonly Counted[] = was) => renewal(block(six, met), { met: 12, members: was }, pastOf(past))
  expect(next([3, 3, 3, 3, 2, 2])).toBeNull()
  expect(next([3, 3, 3, 3, 3, 2])).toEqual({ met: 16, side: 'more' })
  // What some of them were counted with once before may be known from then.
  expect(next([3, 3, 3, 3, 3, 2], [...was, { personId: 'p0', expected: 4, met: 3 }])).toBeNull()
})

test('worked example: a count moves by no more than leaves two of those who changed out', () => {
  // Five of six change, from 0 to 4 each: 20 more at most. Whoever knows their own 4 + 4 and looks for another's 4 is left in doubt by 12 less.
  const was = members(six, [0, 0, 0, 0, 0, 4])
  expect(renewal(block(six, [4, 4, 4, 4, 4, 4]), { met: 8, members: was }, pastOf(was))).toEqual({ met: 16, side: 'more' })
  const twelve = [...six, ...six]
  const before = members(
    twelve,
    twelve.map((_, n) => (n < 5 ? 0 : 2)),
  )
  const now = twelve.map((_, n) => (n < 5 ? 4 : 2))
  expect(renewal(block(twelve, now), { met: 14, members: before }, pastOf(before))).toEqual({ met: 22, side: 'more' })
})

test('who could only have met it or not, and changed, tells which: they do not count as changed', () => {
  const once = [1, 1, 1, 1, 1, 1]
  const was = members(once, [0, 0, 0, 1, 1, 1])
  expect(renewal(block(once, [1, 1, 1, 0, 0, 0]), { met: 3, members: was }, pastOf(was))).toBeNull()
})

test('five people who leave do not renew a count, and five who join do', () => {
  const was = members([...six, ...six], [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2])
  const standing = { met: 24, members: was }
  expect(renewal({ members: was.slice(5), circles: [] }, standing, pastOf(was))).toBeNull()
  const joined = [0, 1, 2, 3, 4].map((n) => ({ personId: `new${n}`, teamId: 'team', expected: 4, rated: 4, met: 2 }))
  expect(renewal({ members: [...was, ...joined], circles: [] }, standing, pastOf(was))).toEqual({ met: 34, side: 'same' })
})

test('a lead who sees three of those who changed is left with five others, or nothing changes', () => {
  const twelve = [...six, ...six]
  const was = members(
    twelve,
    twelve.map(() => 2),
  )
  const circles = [new Set(['p0', 'p1', 'p2'])]
  const changed = (people: number) => ({
    members: members(
      twelve,
      twelve.map((_, n) => (n < people ? 3 : 2)),
    ),
    circles,
  })
  expect(mayBeShown(changed(7))).toBe(true)
  expect(renewal(changed(7), { met: 24, members: was }, pastOf(was))).toBeNull()
  expect(renewal(changed(12), { met: 24, members: was }, pastOf(was))).not.toBeNull()
})

function* tuples(most: readonly number[]): Generator<number[]> {
  const [first, ...others] = most
  if (first === undefined) return yield []
  for (const rest of tuples(others)) for (let met = 0; met <= first; met++) yield [met, ...rest]
}

/** Every value that a reader cannot rule out, told by what the reader knows. */
class Doubt {
  readonly #values = new Map<string, Set<number>>()
  readonly #all: number
  constructor(all: number) {
    this.#all = all
  }
  add(known: string, value: number) {
    const values = this.#values.get(known)
    if (values) values.add(value)
    else this.#values.set(known, new Set([value]))
  }
  /** Of how many things known some value is ruled out. */
  get narrowed() {
    return [...this.#values.values()].filter(({ size }) => size < this.#all).length
  }
}

test.each([[[1, 1, 1, 1, 1]], [[2, 2, 2, 2, 2]], [[3, 2, 2, 2, 2]], [[3, 3, 3, 3, 3, 3]], [[2, 2, 2, 2, 1, 1, 1]]])(
  'every possible world of %j: the first count rules out nothing about anyone, not even for who knows their own part',
  (expected) => {
    const doubts = expected.map((skills) => new Doubt(skills + 1))
    for (const met of tuples(expected)) {
      const shown = JSON.stringify(renewal(block(expected, met), null, never))
      for (const [i, doubt] of doubts.entries())
        for (const j of expected.keys()) doubt.add(`${shown} ${i === j ? '' : `${j}: ${met[j]}`}`, met[i] ?? 0)
    }
    expect(doubts.map(({ narrowed }) => narrowed)).toEqual(expected.map(() => 0))
  },
)

test.each([[[2, 2, 2, 2, 2]], [[3, 2, 2, 2, 2]], [[2, 2, 2, 2, 1, 1]], [[1, 1, 1, 1, 1, 1, 1]]])(
  'every possible world of %j on two days: both counts together rule out nothing, for who knows their own part and who changed',
  { timeout: 60_000 },
  (expected) => {
    const doubts = expected.map((skills) => new Doubt(skills + 1))
    for (const met of tuples(expected)) {
      const was = members(expected, met)
      const first = renewal({ members: was, circles: [] }, null, never)
      for (const later of tuples(expected)) {
        const next = first && renewal(block(expected, later), { met: first.met, members: was }, pastOf(was))
        const shown = `${JSON.stringify([first, next])} ${met.map((one, n) => (one === later[n] ? '=' : '≠')).join('')}`
        for (const [i, doubt] of doubts.entries())
          for (const j of expected.keys()) {
            const own = i === j ? '' : `${j}: ${met[j]} ${later[j]}`
            doubt.add(`${shown} before ${own}`, met[i] ?? 0)
            doubt.add(`${shown} after ${own}`, later[i] ?? 0)
          }
      }
    }
    expect(doubts.map(({ narrowed }) => narrowed)).toEqual(expected.map(() => 0))
  },
)

test(
  'every possible world of six people with two skills on two days: both counts rule out nothing for who knows the directory alone',
  { timeout: 60_000 },
  () => {
    const expected = [2, 2, 2, 2, 2, 2]
    const doubts = expected.map(() => new Doubt(3))
    for (const met of tuples(expected)) {
      const was = members(expected, met)
      const first = renewal({ members: was, circles: [] }, null, never)
      for (const later of tuples(expected)) {
        const next = first && renewal(block(expected, later), { met: first.met, members: was }, pastOf(was))
        const shown = JSON.stringify([first, next])
        for (const [i, doubt] of doubts.entries()) {
          doubt.add(`${shown} before`, met[i] ?? 0)
          doubt.add(`${shown} after`, later[i] ?? 0)
        }
      }
    }
    expect(doubts.map(({ narrowed }) => narrowed)).toEqual([0, 0, 0, 0, 0, 0])
  },
)
