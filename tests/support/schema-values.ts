import fc from 'fast-check'

/** As much of JSON Schema as the API's description uses. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

/** What people, machines and attackers send where something else is expected. */
const oddities = [
  null, true, 0, -1, 1e308, 0.5, '', ' ', 'null', [], {}, '\u0000', 'a\u0000b', '\ud800', '‮', '=1+1', '<script>', "' or 1=1 --", '../../etc/passwd',
  '%00', '{{7*7}}', 'x'.repeat(5000), '9'.repeat(400), '2026-02-30', '0000-00-00', '2026-99-99T00:00:00Z', [[[[]]]], { __proto__x: 1 }, 'NaN', 'Infinity', -0, 2 ** 53,
] // prettier-ignore
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown[]>(...oddities),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.json().map((text) => JSON.parse(text) as unknown),
)

/** Values that a schema describes: `ids` and `words` where it asks for an id or says no more than that it is text. */
function valuesOf(schema: Schema, ids: readonly string[], words: readonly string[]): fc.Arbitrary<unknown> {
  const inner = (one: Schema) => valuesOf(one, ids, words)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(inner))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const types = Array.isArray(schema.type) ? (schema.type as string[]) : [schema.type as string]
  return fc.oneof(...types.map((type) => ofType(type, schema, inner, ids, words)))
}

function ofType(
  type: string,
  schema: Schema,
  inner: (schema: Schema) => fc.Arbitrary<unknown>,
  ids: readonly string[],
  words: readonly string[],
): fc.Arbitrary<unknown> {
  if (type === 'null') return fc.constant(null)
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer' || type === 'number')
    return fc.integer({ min: Math.ceil(Math.max(schema.minimum ?? -5, -1e6)), max: Math.floor(Math.min(schema.maximum ?? 1000, 1e6)) })
  if (type === 'array')
    return fc.array(inner(schema.items ?? {}), {
      minLength: schema.minItems ?? 0,
      maxLength: Math.min(Math.max(schema.minItems ?? 0, 3), schema.maxItems ?? 3),
    })
  if (type === 'object') return ofObject(schema, inner, words)
  if (type === 'string') return ofString(schema, ids, words)
  return odd
}

function ofObject(
  { properties = {}, required = [], additionalProperties }: Schema,
  inner: (schema: Schema) => fc.Arbitrary<unknown>,
  words: readonly string[],
) {
  const known = fc.record(Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, inner(one)])), {
    requiredKeys: [...required],
  })
  if (typeof additionalProperties !== 'object') return known
  return fc
    .tuple(known, fc.dictionary(fc.constantFrom(...words), inner(additionalProperties), { maxKeys: 3 }))
    .map(([a, b]) => ({ ...b, ...a }))
}

function ofString(
  { format, pattern, minLength = 0, maxLength = 40 }: Schema,
  ids: readonly string[],
  words: readonly string[],
): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.constantFrom(...ids)
  if (format === 'date') return fc.constantFrom('2026-11-21', '2020-02-29', '9999-12-31', '0001-01-01')
  if (format === 'email') return fc.constantFrom('mia.own@example.org', 'new@example.net', 'a@b.co')
  const long = Math.min(maxLength, Math.max(minLength, 40))
  const fitting = fc.string({ minLength: Math.min(minLength, long), maxLength: long })
  if (pattern !== undefined) return fc.oneof(fc.stringMatching(new RegExp(pattern)), fitting)
  return fc.oneof(fc.constantFrom(...words), fitting)
}

/** A value as described, or something odd in its place or within it. */
export const triedValues = (schema: Schema, ids: readonly string[], words: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 6, arbitrary: valuesOf(schema, ids, words) },
    { weight: 1, arbitrary: odd },
    { weight: 3, arbitrary: spoiled(valuesOf(schema, ids, words)) },
  )

/** One place of a value with something odd instead, a key too many, or one too few. */
function spoiled(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(values, odd, fc.nat(), fc.constantFrom('replace', 'add', 'drop')).map(([value, thing, at, how]) => {
    if (typeof value !== 'object' || value === null) return thing
    if (Array.isArray(value)) return how === 'drop' ? value.slice(1) : [...(value as unknown[]), thing]
    const keys = Object.keys(value)
    const key = keys[at % Math.max(keys.length, 1)] ?? 'odd'
    if (how === 'drop') return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
    return { ...value, [how === 'add' ? `odd ${key}` : key]: thing }
  })
}
