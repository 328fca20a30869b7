import { describe, expect, test } from 'vitest'
import { readCsv } from '@plumbline/server/http/read-csv.ts'
import { startedWorld } from '../support/world.ts'

const columns = ['name', 'email', 'team', 'role', 'seniority', 'lead']
const ben = ['Ben Okafor', 'ben@example.org', 'Platform', 'Platform Engineer', 'senior', 'yes']

describe('every way in which a spreadsheet writes a CSV is read alike', () => {
  test.each([
    ['commas', ',', '\n', ''],
    ['semicolons, Windows line ends and a byte order mark', ';', '\r\n', '\uFEFF'],
    ['tabs', '\t', '\n', ''],
    ['line ends of an old Mac', ',', '\r', ''],
  ])('%s', (_, delimiter, end, mark) => {
    const text = mark + [columns, ben, [''], ben].map((cells) => cells.join(delimiter)).join(end) + end
    expect(readCsv(text)).toEqual({ rows: [columns, ben, [''], ben] })
  })

  test('quotes may hold the delimiter, quotes and line breaks; space around cells is dropped', () => {
    expect(readCsv('name,email\n "Smith, ""Ann""\r\nx" , a@example.org ')).toEqual({
      rows: [
        ['name', 'email'],
        ['Smith, "Ann"\nx', 'a@example.org'],
      ],
    })
  })

  test('a blank cell between tabs stays a cell', () => {
    expect(readCsv('name\temail\tteam\nBen\t\tPlatform')).toEqual({
      rows: [
        ['name', 'email', 'team'],
        ['Ben', '', 'Platform'],
      ],
    })
  })

  test('the heading decides, not what stands in its quotes', () => {
    expect(readCsv('"a,b,c,d";name\nx;y')).toEqual({
      rows: [
        ['a,b,c,d', 'name'],
        ['x', 'y'],
      ],
    })
  })
})

test('a broken quote is answered with the line where its row begins', () => {
  expect(readCsv('a,b\r\nc,d\r\n\r\nx,"y\r\nz,z\r\n')).toEqual({
    problem: 'In line 4 a double quote opens a cell and none closes it. Close it, or take it away.',
  })
  expect(readCsv('a,b\nJean "Bob" Doe,d').problem).toMatch(/^In line 2 a double quote stands within a cell\./)
  expect(readCsv('a,b\nc,d\n"x"y,d').problem).toMatch(/^In line 3 a double quote stands within a cell\./)
})

test('a name with a comma in quotes comes in whole', async () => {
  const { admin } = await startedWorld()
  const text = 'name;email;team;role\r\n"Okafor; Ben, Jr.";ben@example.org;Platform;Platform Engineer\r\n'
  expect((await admin.post('/imports/people', { text: `\uFEFF${text}` })).status).toBe(201)
  expect((await admin.get('/people?search=okafor')).body.people[0].name).toBe('Okafor; Ben, Jr.')
})

test('a broken quote, an empty file and an unknown column are problems of the file, never a fault of the server', async () => {
  const { admin } = await startedWorld()
  const preview = async (text: string) => (await admin.post('/imports/people/previews', { text })).body
  expect((await preview(`${columns.join()}\n${ben.join()}\nx,"y`)).problems).toEqual([
    'In line 3 a double quote opens a cell and none closes it. Close it, or take it away.',
  ])
  expect((await preview(`${columns.join()}\n`)).problems[0]).toMatch(/^There is nobody in the file\./)
  expect((await preview(`${columns.join()},shoe size\n${ben.join()},42`)).problems[0]).toMatch(/^Column "shoe size" is not known\./)
  expect((await preview(' ')).problems).toContain('Column "name" is missing. Add it to the first line.')
  const refused = await admin.post('/imports/people', { text: 'name,"email' })
  expect(refused.status).toBe(400)
  expect(refused.body.errors).toEqual([
    { in: 'body', pointer: '/text', detail: 'In line 1 a double quote opens a cell and none closes it. Close it, or take it away.' },
  ])
})

test('ragged rows are problems of their rows', async () => {
  const { admin } = await startedWorld()
  const text = [columns.join(), ben.slice(0, 3).join(), [...ben, 'Jr.'].join().replace('ben@', 'ben2@')].join('\n')
  const { rows } = (await admin.post('/imports/people/previews', { text })).body
  expect(rows.map((row: { line: number; problems: unknown[] }) => [row.line, row.problems])).toEqual([
    [2, [{ column: 'role', message: 'Give the role.' }]],
    [3, [{ column: '', message: '"Jr." stands under no heading. Put text that has a comma in double quotes.' }]],
  ])
})

test('characters that a database cannot hold are a problem in words', async () => {
  const { admin } = await startedWorld()
  const text = `${columns.join()}\nBen\0Okafor,ben\0@example.org,Plat\0form,Platform Engineer,mid,`
  const seen = await admin.post('/imports/people/previews', { text })
  expect(seen.status).toBe(200)
  expect(seen.body.rows[0].problems.map(({ column }: { column: string }) => column)).toEqual(['name', 'email', 'team'])
})

test('a file that is too large is refused at the field', async () => {
  const { admin } = await startedWorld()
  const refused = await admin.post('/imports/people', { text: 'x'.repeat(250_001) })
  expect(refused.status).toBe(400)
  expect(refused.body.errors).toEqual([{ in: 'body', pointer: '/text', detail: 'The file is larger than 250,000 characters. Split it.' }])
})
