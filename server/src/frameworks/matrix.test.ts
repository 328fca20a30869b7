import { join } from 'node:path'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { soundPack } from '@plumbline/shared/frameworks/sound-pack.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matrixToCsv } from './matrix.ts'
import { readMatrix } from './read-matrix.ts'
import { readPack } from './read-pack.ts'

const pack = soundPack()
const table = [
  'skill,name,category,builder,keeper',
  'git,Git,tools,3!,',
  'linux,Linux,machines,2,',
  'clusters,Clusters,machines,,4!',
  'cobol,Cobol,tools,,',
  '',
].join('\r\n')

const read = (text: string, of: Pack = pack) => readMatrix(text, of)
const unchanged = { expectations: pack.expectations, reasons: pack.reasons }

/** The table with one piece replaced, which has to be there. */
function edited(from: string, to: string): string {
  if (!table.includes(from)) throw new Error(`The table has no ${from}`)
  return table.replace(from, to)
}

test('a row per skill, a column per role, a must has its mark', () => {
  expect(matrixToCsv(pack)).toBe(table)
})

test('what a spreadsheet would take for a formula is told to be text', () => {
  const spoilt = soundPack()
  const [git] = spoilt.skills
  if (git) git.name = '=HYPERLINK("https://example.org")'
  expect(matrixToCsv(spoilt)).toContain(`git,"'=HYPERLINK(""https://example.org"")",tools`)
})

describe('nothing changes', () => {
  test.each([
    ['as it was written', table],
    ['with a byte order mark', `\uFEFF${table}`],
    ['with semicolons', table.replaceAll(',', ';')],
    ['with tabs and the line ends of Unix', table.replaceAll(',', '\t').replaceAll('\r\n', '\n')],
    ['with every cell in quotes', table.replaceAll(/[^,\r\n]+/g, '"$&"')],
    ['with other names, which are only shown', edited('git,Git,tools', 'git,"Version, control",none')],
    ['without the names', 'skill,builder\ngit,3!\n'],
    ['without a row', edited('linux,Linux,machines,2,\r\n', '')],
    ['with empty lines and columns at the end', table.replaceAll('\r\n', ',,\r\n')],
    ['with a heading alone', 'skill,builder\n'],
    ['with rows and columns in another order', 'keeper,skill,builder\n,cobol,\n4!,clusters,\n,git,3!\n'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(unchanged)
  })
})

test('the matrix of 2026 changes nothing in it', async () => {
  const shipped = await readPack(join(import.meta.dirname, '../../../shared/frameworks/2026'))
  expect(read(matrixToCsv(shipped), shipped)).toEqual({ expectations: shipped.expectations, reasons: shipped.reasons })
}, 30_000)

test('a level that changes is derived and the organisation’s own; the others keep their reasons', () => {
  expect(read(edited('machines,2,', 'machines,4 !,'))).toEqual({
    expectations: {
      ...pack.expectations,
      builder: { ...pack.expectations['builder'], linux: { level: 4, importance: 'must', basis: 'derived', reasons: ['D-OWN'] } },
    },
    reasons: [...pack.reasons, { id: 'D-OWN', basis: 'derived', text: 'Set by the organisation.', sources: [] }],
  })
})

test('an importance that changes keeps basis and reasons', () => {
  expect(read(edited('3!', '3'))).toEqual({
    ...unchanged,
    expectations: {
      ...pack.expectations,
      builder: {
        ...pack.expectations['builder'],
        git: { level: 3, importance: 'should', basis: 'stated', reasons: ['S-ASKED', 'D-GUESS'] },
      },
    },
  })
})

test('a cell that is emptied is no longer expected, and one that is filled is', () => {
  const made = read(edited('git,Git,tools,3!,', 'git,Git,tools,,1'))
  expect(made).toMatchObject({ expectations: { builder: { linux: {} }, keeper: { git: { level: 1, importance: 'should' } } } })
  expect('expectations' in made && made.expectations['builder']).not.toHaveProperty('git')
})

describe('what cannot be read is told with its line and column', () => {
  test.each<[string, string, number, number, string]>([
    ['nothing', '', 1, 1, 'the heading has no column "skill"'],
    ['another table', 'a,b\n1,2\n', 1, 1, 'the heading has no column "skill"'],
    ['a pack in YAML', 'schema: plumbline.framework/v1\n', 1, 1, 'the heading has no column "skill"'],
    ['an unknown role', edited('keeper', 'kepper'), 1, 5, '"kepper": there is no role with this id'],
    ['a role twice', edited('keeper', 'builder'), 1, 5, '"builder": this role stands in column 4 already'],
    ['a column without a role', edited('builder,keeper', ',keeper'), 1, 4, 'this column names no role'],
    ['an unknown skill', edited('cobol', 'fortran'), 5, 1, '"fortran": there is no skill with this id'],
    ['a skill twice', edited('cobol', 'git'), 5, 1, '"git": this skill stands in line 2 already'],
    ['a row without a skill', edited('cobol,', ','), 5, 1, 'this row names no skill'],
    ['__proto__ as a skill', edited('cobol', '__proto__'), 5, 1, '"__proto__": there is no skill with this id'],
    ['level 6', edited('3!', '6'), 2, 4, 'expectations/builder/git: "6" is no level'],
    ['level 0', edited('3!', '0'), 2, 4, 'expectations/builder/git: level 0 is not expected of anybody'],
    ['a fraction', edited('3!', '2.5'), 2, 4, 'expectations/builder/git: "2.5" is no level'],
    ['a word', edited('3!', 'must'), 2, 4, 'expectations/builder/git: "must" is no level'],
    ['two marks', edited('3!', '3!!'), 2, 4, 'expectations/builder/git: "3!!" is no level'],
    ['a short row', edited('linux,Linux,machines,2,', 'linux,Linux'), 3, 2, 'this row has 2 cells, the heading has 5'],
    ['a long row', edited('linux,Linux,machines,2,', 'linux,Linux,machines,2,,3'), 3, 6, 'this row has 6 cells, the heading has 5'],
    ['a quote that is not closed', edited('linux,Linux', 'linux,"Linux'), 3, 1, 'a double quote opens a cell and none closes it'],
  ])('%s', (_, text, line, column, message) => {
    expect(read(text)).toEqual({ problems: [{ line, column, message: expect.stringContaining(message) }] })
  })

  test('a level beyond the bounds of mid level', () => {
    const bounded = soundPack()
    bounded.seniorities.mid.max = 4
    expect(read(edited('machines,2,', 'machines,5,'), bounded)).toEqual({
      problems: [{ line: 3, column: 4, message: expect.stringContaining('expectations/builder/linux: level 5 is outside 1 to 4') }],
    })
  })

  test('all at once', () => {
    expect(read(edited('3!', 'x').replace('4!', 'y'))).toMatchObject({ problems: [{ line: 2 }, { line: 4 }] })
  })
})

test('any levels that are written are read as they were written', () => {
  const cell = fc.constantFrom('', '1', '2', '3', '4', '5', '1!', '2!', '3!', '4!', '5!')
  fc.assert(
    fc.property(fc.array(cell, { minLength: 8, maxLength: 8 }), (cells) => {
      const rows = pack.skills.map(({ id, name, category }, at) => [id, name, category, cells[2 * at], cells[2 * at + 1]].join(','))
      const text = [table.split('\r\n')[0], ...rows, ''].join('\r\n')
      const made = read(text)
      if ('problems' in made) throw new Error(made.problems[0]?.message)
      expect(matrixToCsv({ ...pack, ...made })).toBe(text)
    }),
  )
})

test('the largest matrix, all of it changed, is read in seconds', () => {
  const [skill, role] = [pack.skills[0], pack.roles[0]]
  if (!skill || !role) throw new Error('The sound pack has skills and roles')
  const large: Pack = {
    ...pack,
    skills: Array.from({ length: 600 }, (_, position) => ({ ...skill, id: `s${position}`, position })),
    roles: Array.from({ length: 200 }, (_, at) => ({ ...role, id: `r${at}` })),
    expectations: {},
  }
  const rows = large.skills.map(({ id }) => [id, ...large.roles.map(() => '3')].join(','))
  const text = [['skill', ...large.roles.map(({ id }) => id)].join(','), ...rows].join('\n')
  const made = read(text, large)
  expect('expectations' in made && Object.keys(made.expectations)).toHaveLength(200)
}, 30_000)
