import type { Cast } from './cast.ts'
import { ask } from './cells.ts'
import type { Cell } from './cells.ts'

export const said = ({ name, actor, relation }: Cell, status: number) => `${name} · ${actor} · ${relation}: ${status}`

/** Asks the cells until `most` answer otherwise than expected, and names those. What is hidden has to answer to the letter like what is missing. */
export async function differing(cast: Cast, cells: readonly Cell[], most = 20): Promise<string[]> {
  const wrong: string[] = []
  const missing = new Map<string, string>()
  const hidden: { cell: Cell; text: string }[] = []
  for (const cell of cells) {
    if (wrong.length >= most) return wrong
    const { status, text } = await ask(cast, cell)
    if (status !== cell.expected) wrong.push(`${said(cell, status)}, not ${cell.expected}`)
    const place = `${cell.name} ${cell.actor}`
    if (cell.relation === 'missing') missing.set(place, text)
    else if (status === 404) hidden.push({ cell, text })
  }
  for (const { cell, text } of hidden) {
    const nothing = missing.get(`${cell.name} ${cell.actor}`)
    if (nothing !== undefined && nothing !== text) wrong.push(`${said(cell, 404)}, in other words than what is missing`)
  }
  return wrong
}
