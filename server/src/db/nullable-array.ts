import { customType } from 'drizzle-orm/pg-core'

/**
 * A column of numbers or days in which an element may be null. Drizzle does not read that: NULL becomes NaN or the word "NULL".
 * `read` makes an element of its text; elements may not hold commas or quotes.
 */
export const nullableArray = <T extends number | string>(name: string, element: 'smallint' | 'date', read: (text: string) => T) =>
  customType<{ data: (T | null)[]; driverData: unknown }>({
    dataType: () => `${element}[]`,
    toDriver: (values) => `{${values.map((value) => value ?? 'NULL').join(',')}}`,
    fromDriver: (value) => elementsOf(value).map((text) => (text === 'NULL' ? null : read(text))),
  })(name)

/** As the driver gives them: already split, or the array's text. */
function elementsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map((one) => (one === null ? 'NULL' : String(one)))
  const inner = String(value).slice(1, -1)
  return inner === '' ? [] : inner.split(',')
}
