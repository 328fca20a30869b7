import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { flawsOfIssues, flawsOfRefusal, placeFlaws, withoutFlawsOf, wordsForIssue } from './form-errors.ts'

const person = z.strictObject({
  name: z.string().min(1).max(5),
  email: z.email(),
  hours: z.number().int().min(1),
  kind: z.enum(['self', 'lead']),
  note: z.string().min(3, 'Say why in a few words.'),
})

function complaintsAbout(values: unknown): Readonly<Record<string, string>> {
  const read = person.safeParse(values, { error: wordsForIssue })
  return placeFlaws(read.success ? [] : flawsOfIssues(read.error.issues), Object.keys(person.shape)).fields
}

test('what the schema refuses is said at its field, in words for people', () => {
  expect(complaintsAbout({ name: 'Anastasia', email: 'ana', hours: Number.NaN, kind: 'other', note: 'no' })).toEqual({
    name: 'At most 5 characters.',
    email: 'Enter an e-mail address, such as ana@example.org.',
    hours: 'Enter a number.',
    kind: 'Choose one of those offered.',
    note: 'Say why in a few words.',
  })
})

test('a blank field asks to be filled in, whatever its type', () => {
  expect(complaintsAbout({ name: '', email: '', kind: null, note: 'because' })).toEqual({
    name: 'Fill this in.',
    email: 'Fill this in.',
    hours: 'Fill this in.',
    kind: 'Fill this in.',
  })
})

test('a flaw inside a value goes to the nearest field around it', () => {
  const flaws = [
    { path: 'people/3/email', words: 'deep' },
    { path: 'people/4/email', words: 'shallow' },
    { path: 'peopleCount', words: 'elsewhere' },
  ]
  expect(placeFlaws(flaws, ['people', 'people/3/email'])).toEqual({
    fields: { 'people/3/email': 'deep', people: 'shallow' },
    rest: ['peopleCount: elsewhere'],
  })
})

const refusal = (errors: { pointer: string; detail: string }[]) => Object.assign(new Error('The name is taken.'), { errors })

test("the server's pointers find their fields, and its sentence is not said twice", () => {
  expect(flawsOfRefusal(refusal([{ pointer: '/a~1b', detail: 'taken' }]), ['a/b'])).toEqual({ fields: { 'a/b': 'taken' }, rest: [] })
})

test('a refusal that names no field on the screen is said in full', () => {
  expect(flawsOfRefusal(refusal([]), ['name'])).toEqual({ fields: {}, rest: ['The name is taken.'] })
  expect(flawsOfRefusal(refusal([{ pointer: '/slug', detail: 'taken' }]), ['name']).rest).toEqual(['The name is taken.', 'slug: taken'])
})

test("a programmer's error never shows its own message", () => {
  const reported = vi.fn<(error: unknown) => void>()
  vi.stubGlobal('reportError', reported)
  const { rest } = flawsOfRefusal(new TypeError('x is not a function'), [])
  expect(rest.join(' ')).not.toContain('not a function')
  expect(reported).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})

test('changing a field takes away its error and those within it, and no other', () => {
  const flaws = { fields: { people: 'a', 'people/1/name': 'b', peopleCount: 'c' }, rest: ['d'] }
  expect(withoutFlawsOf(flaws, ['people'])).toEqual({ fields: { peopleCount: 'c' }, rest: ['d'] })
})
