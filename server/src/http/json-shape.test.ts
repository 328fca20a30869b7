import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonLimits, shapeFault } from './json-shape.ts'

const limits = { depth: 5, values: 40 }
const bannedNames = ['__proto__', 'constructor', 'prototype']

/** The same by walking what was parsed: the plain statement of the rule. */
function walked(value: unknown, depth = 0): { depth: number; values: number; banned: boolean } {
  if (typeof value !== 'object' || value === null) return { depth, values: 1, banned: false }
  const inner = Object.values(value).map((one) => walked(one, depth + 1))
  return {
    depth: Math.max(depth + 1, ...inner.map((one) => one.depth)),
    values: 1 + Math.max(1, inner.length) + inner.reduce((sum, one) => sum + one.values - 1, 0),
    banned: (!Array.isArray(value) && Object.keys(value).some((name) => bannedNames.includes(name))) || inner.some((one) => one.banned),
  }
}

const awkward = fc.oneof(fc.string(), fc.constantFrom('"', '\\', '\\"', '"[{', '\\\\"', '],[', ':', ',,,,', '__proto__', '":'))
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'medium', maxDepth: 8 },
    awkward,
    fc.constantFrom(null, true, 0, -1.5),
    fc.array(tie('any'), { maxLength: 6 }),
    fc.array(fc.tuple(fc.oneof(awkward, fc.constantFrom(...bannedNames)), tie('any')), { maxLength: 6 }).map((pairs) =>
      // As JSON.parse makes it: `__proto__` is a name like any other.
      Object.fromEntries(pairs),
    ),
  ),
})).any

test('a fault is found exactly where walking the parsed value finds one, however strings are written', () => {
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 1, '\t'), (given, space) => {
      const text = JSON.stringify(given, null, space)
      const { depth, values, banned } = walked(JSON.parse(text))
      const faulty = depth > limits.depth || values > limits.values || banned
      expect(shapeFault(text, limits) !== null, text).toBe(faulty)
    }),
    { numRuns: 2000 },
  )
})

test('any text at all is looked through without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ':', ',', ' ', 'u') }), (text) => {
      expect([null, 'depth', 'values', 'name']).toContain(shapeFault(text))
    }),
  )
})

test('a name is banned in every spelling, and allowed as a value', () => {
  for (const text of [
    '{"__proto__":1}',
    '{"a":[{"constructor" \n:{}}]}',
    '{"\\u005f_proto__":1}',
    '{"\\u0063\\u006f\\u006e\\u0073\\u0074\\u0072\\u0075\\u0063\\u0074\\u006f\\u0072":1}',
    '{"proto\\u0074ype":1}',
  ])
    expect(shapeFault(text), text).toBe('name')
  for (const text of ['["__proto__"]', '{"a":"constructor"}', '{"a":"\\"__proto__\\":1"}', '{"__proto__x":1}', '"prototype"'])
    expect(shapeFault(text), text).toBeNull()
})

test('the depth and the number of values are bounded, to the one', () => {
  const nest = (deep: number) => '['.repeat(deep) + ']'.repeat(deep)
  const wide = (values: number) => JSON.stringify(Array.from({ length: values - 1 }, () => 0))
  expect([shapeFault(nest(jsonLimits.depth)), shapeFault(nest(jsonLimits.depth + 1))]).toEqual([null, 'depth'])
  expect([shapeFault(wide(jsonLimits.values)), shapeFault(wide(jsonLimits.values + 1))]).toEqual([null, 'values'])
})

test('brackets within strings are text', () => {
  expect(shapeFault(JSON.stringify({ csv: `"[{\\`.repeat(10_000) }))).toBeNull()
})

test('the worst body of 256 KiB costs a few milliseconds', () => {
  const size = 256 * 1024
  const worst = [
    '['.repeat(size),
    '{"a":'.repeat(size / 5),
    `"${'\\"'.repeat(size / 2 - 1)}"`,
    `"${' '.repeat(size - 2)}"`,
    ' '.repeat(size),
    '"":'.repeat(size / 3),
    `""${' '.repeat(size)}`,
  ]
  const cost = (text: string) => {
    const started = process.threadCpuUsage()
    shapeFault(text)
    return process.threadCpuUsage(started).user / 1000
  }
  // This thread's own time, and the best of five: what else runs on the machine is not what is measured.
  for (const text of worst) expect(Math.min(...Array.from({ length: 5 }, () => cost(text))), text.slice(0, 8)).toBeLessThan(10)
})
