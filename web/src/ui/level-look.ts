import type { Level } from '@plumbline/shared/levels/level.ts'
import { type RefObject, useEffect, useState } from 'react'
import { levels } from './level-keys.ts'

export interface LevelLook {
  /** The `data-skill` around the scale last used; null until one is. */
  readonly skill: string | null
  /** The level under the pointer or in focus on that scale. */
  readonly level: Level | null
}

const nothing: LevelLook = { skill: null, level: null }

/**
 * Which level is being looked at on the scales inside an element: under the pointer, in focus, or just chosen by touch. One listener for
 * all scales, so that a long sheet is not drawn anew while the pointer wanders over it.
 */
export function useLevelLook(within: RefObject<HTMLElement | null>): LevelLook {
  const [look, setLook] = useState(nothing)
  useEffect(() => {
    const element = within.current
    if (element === null) return undefined
    const leave = (): void => setLook((now) => (now.level === null ? now : { ...now, level: null }))
    const at = ({ type, target }: Event): void => {
      if (!(target instanceof Element)) return
      const option = target.closest('.LevelInput label[data-level]')
      const skill = target.closest<HTMLElement>('[data-skill]')?.dataset['skill'] ?? null
      const level = levels.find((one) => String(one) === option?.getAttribute('data-level')) ?? null
      // A pointer that only passes over a row, or is left lying there, does not take the place of the scale in use.
      if (option === null && type === 'pointermove') leave()
      else if (skill !== null) setLook((now) => (now.skill === skill && now.level === level ? now : { skill, level }))
    }
    const kinds = ['pointermove', 'focusin', 'change'] as const
    for (const kind of kinds) element.addEventListener(kind, at)
    element.addEventListener('pointerleave', leave)
    return () => {
      for (const kind of kinds) element.removeEventListener(kind, at)
      element.removeEventListener('pointerleave', leave)
    }
  }, [within])
  return look
}
