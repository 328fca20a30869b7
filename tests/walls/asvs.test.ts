import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'docs', 'security.md'), 'utf8')

/** The requirements of levels 1 and 2 of ASVS 5.0.0: a section, and the last part of each number in it. */
const sections: Record<string, readonly number[]> = {
  '1.1': upTo(2),
  '1.2': upTo(9),
  '1.3': upTo(11),
  '1.4': upTo(3),
  '1.5': upTo(2),
  '2.1': upTo(3),
  '2.2': upTo(3),
  '2.3': upTo(4),
  '2.4': upTo(1),
  '3.2': upTo(2),
  '3.3': upTo(4),
  '3.4': upTo(6),
  '3.5': upTo(5),
  '3.7': upTo(2),
  '4.1': upTo(3),
  '4.2': upTo(1),
  '4.3': upTo(2),
  '4.4': upTo(4),
  '5.1': upTo(1),
  '5.2': upTo(3),
  '5.3': upTo(2),
  '5.4': upTo(3),
  '6.1': upTo(3),
  '6.2': upTo(12),
  '6.3': upTo(4),
  '6.4': upTo(4),
  '6.5': upTo(5),
  '6.6': upTo(3),
  '6.8': upTo(4),
  '7.1': upTo(3),
  '7.2': upTo(4),
  '7.3': upTo(2),
  '7.4': upTo(5),
  '7.5': upTo(2),
  '7.6': upTo(2),
  '8.1': upTo(2),
  '8.2': upTo(3),
  '8.3': upTo(1),
  '8.4': upTo(1),
  '9.1': upTo(3),
  '9.2': upTo(4),
  '10.1': upTo(2),
  '10.2': upTo(2),
  '10.3': upTo(4),
  '10.4': upTo(11),
  '10.5': upTo(5),
  '10.6': upTo(2),
  '10.7': upTo(3),
  '11.1': upTo(2),
  '11.2': upTo(3),
  '11.3': upTo(3),
  '11.4': upTo(4),
  '11.5': upTo(1),
  '11.6': upTo(1),
  '12.1': upTo(3),
  '12.2': upTo(2),
  '12.3': upTo(4),
  '13.1': upTo(1),
  '13.2': upTo(5),
  '13.3': upTo(2),
  '13.4': upTo(5),
  '14.1': upTo(2),
  '14.2': upTo(4),
  '14.3': upTo(3),
  '15.1': upTo(3),
  '15.2': upTo(3),
  '15.3': upTo(7),
  '16.1': upTo(1),
  '16.2': upTo(5),
  '16.3': upTo(4),
  '16.4': upTo(3),
  '16.5': upTo(3),
  '17.1': upTo(1),
  '17.2': upTo(4),
  '17.3': upTo(2),
}

function upTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, at) => at + 1)
}

const numbers = Object.entries(sections).flatMap(([section, parts]) => parts.map((part) => `${section}.${part}`))
const states = new Set(['met', 'by review', 'partly', 'open', 'no', 'operator', 'not applicable'])
const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| (.+?) \| (.+?) \| (.+?) \| (.*) \|$/gm)].map(
  ([, number, about, state, how, shown]) => ({
    number,
    about,
    state: state ?? '',
    how,
    shown: [...(shown ?? '').matchAll(/`([^`]+)`: (.+?)(?:<br>|$)/g)].map(([, file, name]) => ({ file: file ?? '', name: name ?? '' })),
  }),
)

test('every requirement of levels 1 and 2 is answered exactly once, in their order', () => {
  expect(numbers).toHaveLength(253)
  expect(rows.map(({ number }) => number)).toEqual(numbers)
  expect(rows.filter(({ state }) => !states.has(state))).toEqual([])
})

test('what is called met is shown by tests that are there under their names', () => {
  expect(rows.filter(({ state, shown }) => state === 'met' && shown.length === 0)).toEqual([])
  const cited = rows.flatMap(({ number, shown }) => shown.map((one) => ({ number, ...one })))
  const missing = cited.filter(({ file, name }) => {
    const text = readFileSync(join(root, file), 'utf8')
    return !text.includes(name)
  })
  expect(missing).toEqual([])
})

test('the page counts its answers right', () => {
  const counted = [...states].map((state) => `${rows.filter((row) => row.state === state).length} ${state}`)
  const said = /^(\d+ met, .+)\.$/m.exec(page)?.[1]?.split(', ')
  expect(said?.toSorted()).toEqual(counted.toSorted())
})
