import { type RefObject, useEffect } from 'react'
import { isTyping, useShortcutHelp } from '../shell/shortcuts.ts'

const help = {
  title: 'My assessment',
  lines: [
    { keys: 'j', does: 'Next skill (or ↓ on its scale)' },
    { keys: 'k', does: 'Skill before (or ↑)' },
    { keys: '0–5', does: 'Rate the skill' },
    { keys: 'n', does: 'Not sure' },
    { keys: 'Backspace', does: 'Take back what this draft says of the skill' },
  ],
}

const steps: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }

/** Moves from scale to scale: j and k from anywhere but a field, the arrows from a scale. Rows carry `data-skill`. */
export function useRowKeys(sheet: RefObject<HTMLElement | null>): void {
  useShortcutHelp(help)
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const step = steps[event.key]
      const { target } = event
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return
      const onScale = target.matches('input[type="radio"]')
      if (!onScale && (isTyping(target) || event.key.startsWith('Arrow'))) return
      const rows = [...(sheet.current?.querySelectorAll('[data-skill]') ?? [])]
      const here = rows.findIndex((row) => row.contains(target))
      const row = rows[here === -1 && step < 0 ? rows.length - 1 : here + step]
      if (onScale || row !== undefined) event.preventDefault()
      const scale = row?.querySelector<HTMLElement>('input:checked') ?? row?.querySelector<HTMLElement>('input')
      scale?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [sheet])
}
