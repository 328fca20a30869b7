import type { Cell } from './people-file-cells.ts'

export type NamedRole = { readonly id: string; readonly name: string }

const lettersAndDigits = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** The id of the role meant by its id or its name, whatever the case and punctuation. */
export function readRole(text: string, roles: readonly NamedRole[]): Cell<string> {
  if (text === '') return { problem: 'Give the role.' }
  const wanted = lettersAndDigits(text)
  const entries = roles.map((role) => ({ role, keys: [lettersAndDigits(role.id), lettersAndDigits(role.name)] }))
  const exact = entries.find(({ keys }) => wanted !== '' && keys.includes(wanted))
  if (exact) return { value: exact.role.id }
  const near = entries.filter(({ keys }) => keys.some((key) => isNear(wanted, key))).map(({ role }) => `"${role.name}"`)
  const advice = near.length > 0 ? `Did you mean ${near.slice(0, 3).join(' or ')}?` : 'Use the name of a role of the framework.'
  return { problem: `Role "${text}" is not known. ${advice}` }
}

/** A beginning of at least three characters, or at most two slips away. */
function isNear(text: string, key: string): boolean {
  if (text.length < 3) return false
  return key.startsWith(text) || text.startsWith(key) || (Math.abs(text.length - key.length) <= 2 && slips(text, key) <= 2)
}

/** Levenshtein's distance: letters to insert, delete or replace. */
function slips(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (letter === to[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
