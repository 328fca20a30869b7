import type { AnswerChanges } from '@plumbline/shared/assessments/answers.ts'
import { answer } from '@plumbline/shared/assessments/contract.ts'
import { z } from 'zod'

const kept = z.record(z.string(), z.unknown())
const change = answer.nullable()

/** Changes that the server has not taken yet, kept on this device. All tabs of one person share the place, so each touches its own entries only. */
export interface KeptChanges {
  read: () => AnswerChanges
  /** False where the device keeps nothing: storage is full or forbidden. */
  add: (made: AnswerChanges) => boolean
  /** Takes out what the server has now. An entry that was changed since stays. */
  drop: (taken: AnswerChanges) => void
}

/** `isSkill`: what a framework no longer has is forgotten, for the server would refuse all that comes with it. */
export function keptChanges(
  personId: string,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  isSkill: (skillId: string) => boolean,
): KeptChanges {
  const key = `plumbline.answers.${personId}`
  const read = (): AnswerChanges => {
    try {
      const found = Object.entries(kept.parse(JSON.parse(storage.getItem(key) ?? '{}')))
      return Object.fromEntries(
        found.flatMap(([skillId, value]) => {
          const read = change.safeParse(value)
          return read.success && isSkill(skillId) ? [[skillId, read.data]] : []
        }),
      )
    } catch {
      return {}
    }
  }
  const write = (now: AnswerChanges): boolean => {
    try {
      if (Object.keys(now).length === 0) storage.removeItem(key)
      else storage.setItem(key, JSON.stringify(now))
      return true
    } catch {
      return false
    }
  }
  return {
    read,
    add: (made) => write({ ...read(), ...made }),
    drop: (taken) => write(Object.fromEntries(Object.entries(read()).filter(([id, kept]) => !(id in taken && same(kept, taken[id]))))),
  }
}

// Parsed, both have their keys in one order and their notes trimmed.
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(change.safeParse(one).data) === JSON.stringify(change.safeParse(other).data)
