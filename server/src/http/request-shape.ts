import type { Context, MiddlewareHandler } from 'hono'
import { PlumblineError, invalid } from '@plumbline/shared/errors/problem.ts'
import { jsonLimits, shapeFault } from './json-shape.ts'
import type { ShapeFault } from './json-shape.ts'

const longestAddress = 8_192
const longestHeader = 8_192
const mostQueryValues = 200

const words: Record<ShapeFault, string> = {
  depth: `The body nests deeper than ${jsonLimits.depth} levels.`,
  values: `The body holds more than ${jsonLimits.values.toLocaleString('en')} values. Send less at once.`,
  name: 'The body uses a name that is not allowed: __proto__, constructor or prototype.',
}

/** Addresses and headers of a bounded size, before anything reads them. What does not fit a server's buffers never comes this far. */
export const boundedRequest: MiddlewareHandler = async (c, next) => {
  if (c.req.url.length > longestAddress) throw invalid(`The address is longer than ${longestAddress} characters. Ask for less at once.`)
  const mark = c.req.url.indexOf('?')
  if (mark !== -1 && c.req.url.split('&', mostQueryValues + 1).length > mostQueryValues)
    throw invalid(`The address holds more than ${mostQueryValues} query values. Ask for less at once.`)
  for (const [name, value] of c.req.raw.headers)
    if (value.length > longestHeader)
      throw new PlumblineError('invalid', `The header ${name} is longer than ${longestHeader} characters.`, {
        errors: [{ in: 'header', pointer: `/${name}`, detail: `at most ${longestHeader} characters` }],
      })
  return next()
}

/** JSON in UTF-8 only, and of a bounded shape: looked through as text, so that nothing is built from what will be refused. */
export const boundedJson: MiddlewareHandler = async (c, next) => {
  if (!(await isSent(c))) return next()
  if (!isJson(c.req.header('content-type')))
    throw new PlumblineError('unsupported_media', 'Send the body as JSON: Content-Type: application/json.')
  const fault = shapeFault(await c.req.text())
  if (fault !== null) throw invalid(words[fault])
  return next()
}

/** Whether there is anything to read. A body without a type is none only where it is empty. */
const isSent = async (c: Context) => c.req.raw.body !== null && (c.req.header('content-type') !== undefined || (await c.req.text()) !== '')

const isJson = (type: string | undefined) => /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type ?? '')
