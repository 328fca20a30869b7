/** How deep a body may nest, and how many values it may hold. The largest that any route reads is far below both. */
export const jsonLimits = { depth: 20, values: 20_000 } as const

export type ShapeFault = 'depth' | 'values' | 'name'

const [quote, backslash, colon, comma] = ['"', '\\', ':', ','].map((one) => one.charCodeAt(0))
const [openObject, closeObject, openArray, closeArray] = ['{', '}', '[', ']'].map((one) => one.charCodeAt(0))
const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09

/** Names with which a copied object would change what all objects are. */
const banned = new Set(['__proto__', 'constructor', 'prototype'])
/** How far apart the quotes of a banned name can stand: nine letters as they are, eleven as \u escapes. */
const [nearest, farthest] = [9 + 1, 11 * 6 + 1]

/**
 * What is wrong with the shape of a JSON text, found in one pass and before any of it is built. Ends at the first fault. Whether the text is
 * JSON at all is left to the parser: for what is not, the answer means nothing but "no fault found".
 */
export function shapeFault(
  text: string,
  { depth: deepest, values: most }: { depth: number; values: number } = jsonLimits,
): ShapeFault | null {
  let depth = 0
  let values = 1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) {
      const end = endOfString(text, at)
      const apart = end - at
      if (apart >= nearest && apart <= farthest && isName(text, end) && banned.has(spelled(text.slice(at, end + 1)))) return 'name'
      at = end
    } else if (code === openObject || code === openArray) {
      if (++depth > deepest) return 'depth'
      if (++values > most) return 'values'
    } else if (code === closeObject || code === closeArray) depth--
    else if (code === comma && ++values > most) return 'values'
  }
  return null
}

/** Where the string that begins at `start` ends: its closing quote, or the text's end where it has none. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === backslash) at++
    else if (code === quote) return at
  }
  return text.length
}

function isName(text: string, end: number): boolean {
  let at = end + 1
  while (isSpace(text.charCodeAt(at))) at++
  return text.charCodeAt(at) === colon
}

/** A name as it will be once it is parsed: `"\u005f_proto__"` is `__proto__`. */
function spelled(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return String(JSON.parse(quoted))
  } catch {
    return ''
  }
}
