import type { Level } from '@plumbline/shared/levels/level.ts'

/** An answer on the scale; `null` is no answer yet. */
export type LevelAnswer = Level | 'not sure' | null

export const levels = [0, 1, 2, 3, 4, 5] as const satisfies readonly Level[]

/** What a key means on the scale: 0–5, `n` for not sure, Backspace or Delete to take the answer back. `undefined`: not a key of the scale. */
export function answerForKey(key: string): LevelAnswer | undefined {
  if (key === 'n' || key === 'N') return 'not sure'
  if (key === 'Backspace' || key === 'Delete') return null
  return levels.find((level) => String(level) === key)
}
