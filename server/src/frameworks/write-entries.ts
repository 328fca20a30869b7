import { z } from 'zod'
import { isList, isRecord } from './pack-address.ts'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * A value as its schema would have it written: keys in the order of the schema, and without those that say no more than their default.
 * Records of entries keep the order they have.
 */
export function asWritten(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return asWritten(schema.unwrap(), value)
  if (schema instanceof z.ZodNullable) return value === null ? null : asWritten(schema.unwrap(), value)
  if (schema instanceof z.ZodArray && isList(value)) return value.map((item) => asWritten(schema.element, item))
  if (schema instanceof z.ZodRecord && isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, asWritten(schema.valueType, entry)]))
  if (!(schema instanceof z.ZodObject) || !isRecord(value)) return value
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape
  return Object.fromEntries(
    Object.entries(shape)
      .filter(([key, field]) => value[key] !== undefined && !(field instanceof z.ZodDefault && same(field.def.defaultValue, value[key])))
      .map(([key, field]) => [key, asWritten(field, value[key])]),
  )
}
