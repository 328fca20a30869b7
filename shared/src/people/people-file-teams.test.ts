import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type NamedTeam, readTeams } from './people-file-teams.ts'

const known: NamedTeam[] = [
  { name: 'Engineering', parent: null },
  { name: 'Platform', parent: 'Engineering' },
]
const read = (cells: readonly string[], teams: readonly NamedTeam[] = known) =>
  readTeams(
    cells.map((team, at) => ({ line: at + 2, team })),
    teams,
  ).map((cell) => cell.problem ?? cell.value)

test('worked example: a known name, a path below it, a new team at the top', () => {
  expect(read(['platform', 'Platform > Runtime', 'Sales'])).toEqual([
    ['Engineering', 'Platform'],
    ['Engineering', 'Platform', 'Runtime'],
    ['Sales'],
  ])
})

test('a bare name means the team that a path declares, before or after it', () => {
  expect(read(['Runtime', 'Engineering > Platform > Runtime', 'RUNTIME', 'Platform>Runtime>Nodes'])).toEqual([
    ['Engineering', 'Platform', 'Runtime'],
    ['Engineering', 'Platform', 'Runtime'],
    ['Engineering', 'Platform', 'Runtime'],
    ['Engineering', 'Platform', 'Runtime', 'Nodes'],
  ])
})

test('a name has one place: the known one, else the first in the file', () => {
  expect(read(['Sales > Platform', 'A > Core', 'B > Core', 'Sales > Engineering'])).toEqual([
    'Team "Platform" stands under "Engineering" in the organisation, not under "Sales". Use that place, or another name.',
    ['A', 'Core'],
    'Team "Core" stands under "A" in line 3, not under "B". Use that place, or another name.',
    'Team "Engineering" stands at the top in the organisation, not under "Sales". Use that place, or another name.',
  ])
})

test('a name that the organisation uses twice cannot be told apart', () => {
  const twice = [...known, { name: 'Platform', parent: 'Sales' }, { name: 'Sales', parent: 'Platform' }]
  const problem = 'The organisation has several teams called "Platform". Rename all but one, then import again.'
  expect(read(['Platform', 'Platform > Nodes', 'Engineering'], twice)).toEqual([problem, problem, ['Engineering']])
})

test('no team stands under itself, directly or in a circle', () => {
  expect(read(['A > B', 'B > A', 'C > C'])).toEqual([
    ['A', 'B'],
    'Team "A" would stand under itself. Correct the path.',
    'Team "C" would stand under itself. Correct the path.',
  ])
})

test('empty, unprintable, endless and bottomless teams are refused', () => {
  const chain = Array.from({ length: 40 }, (_, at) => `T${at} > T${at + 1}`)
  expect(read(['', 'A >', 'A\u0000', 'x'.repeat(121)])).toEqual([
    'Give the team, or its path such as "Engineering > Platform".',
    'A team in this path has no name. Write a name on both sides of each ">".',
    'Take the control characters out of the team.',
    "Shorten the team's name to 120 characters.",
  ])
  for (const cells of [chain, chain.toReversed()]) expect(read(cells)).toContain('Teams may stand up to 30 deep. Shorten the path.')
})

test('every path ends with the team named in its cell, and a team has the same path in all of them', () => {
  const cell = fc.array(fc.constantFrom('A', 'B', 'C', 'Platform', 'Engineering'), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 8 }), (cells) => {
      const paths = new Map<string, string>()
      for (const [at, path] of read(cells.map((names) => names.join(' > '))).entries()) {
        if (typeof path === 'string') continue
        expect(path.at(-1)).toBe(cells[at]?.at(-1))
        expect(new Set(path).size).toBe(path.length)
        for (const [depth, name] of path.entries()) {
          const here = path.slice(0, depth + 1).join(' > ')
          expect(paths.get(name) ?? here).toBe(here)
          paths.set(name, here)
        }
      }
    }),
  )
})
