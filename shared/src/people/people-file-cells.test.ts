import { expect, test } from 'vitest'
import { readEmail, readLead, readName, readSeniority } from './people-file-cells.ts'

test('a name has 1 to 120 printable characters', () => {
  expect(readName('Ana Ng')).toEqual({ value: 'Ana Ng' })
  expect(readName('x'.repeat(120)).problem).toBeUndefined()
  expect(readName('')).toEqual({ problem: 'Give a name.' })
  expect(readName('x'.repeat(121))).toEqual({ problem: 'Use at most 120 characters.' })
  expect(readName('Ana\u0000')).toEqual({ problem: 'Use letters that can be seen, on one line.' })
})

test('an e-mail address is read in lower case', () => {
  expect(readEmail('Ana@Example.ORG')).toEqual({ value: 'ana@example.org' })
  expect(readEmail('')).toEqual({ problem: 'Give the e-mail address; people are told apart by it.' })
  for (const text of ['ana', 'ana@', 'ana@example', 'ana@example.org, ben@example.org', `${'x'.repeat(250)}@a.org`]) {
    expect(readEmail(text)).toEqual({ problem: `"${text}" is not an e-mail address. Write it like ana@example.org.` })
  }
})

test('seniority in any case; junior is entry; blank is not said', () => {
  expect(readSeniority('Senior')).toEqual({ value: 'senior' })
  expect(readSeniority('Junior')).toEqual({ value: 'entry' })
  expect(readSeniority('')).toEqual({ value: null })
  expect(readSeniority('chief')).toEqual({
    problem: 'Seniority "chief" is not known. Use one of: entry, mid, senior, architect, or leave it blank.',
  })
})

test('lead is yes or no in the ways people write it', () => {
  for (const text of ['yes', 'TRUE', '1', 'x']) expect(readLead(text)).toEqual({ value: true })
  for (const text of ['no', 'False', '0', '']) expect(readLead(text)).toEqual({ value: false })
  expect(readLead('maybe')).toEqual({ problem: '"maybe" is not clear. Write yes or no, or leave it blank.' })
})
