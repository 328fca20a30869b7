import { type KeyboardEvent, type MouseEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { placeIn, selectorOf } from './grid-attributes.ts'
import type { Place } from './grid-keys.ts'

interface GridWalk {
  frame: RefObject<HTMLElement | null>
  /** The cell in the order of Tab. */
  place: Place
  onMove: (to: Place) => void
  /** Where a key leads, or null for a key that does not move. */
  after: (press: { key: string; ctrlKey: boolean }) => Place | null
  /** Whether a place can be gone to by a click; all can unless said otherwise. */
  opens?: (at: Place) => boolean
  /** Enter, Space or a click. */
  onOpen: (at: Place, cell: HTMLElement) => void
}

/** Lets keys and clicks walk a grid: what the table listens to. The cell that was moved to takes focus and comes into sight. */
export function useGridWalk({ frame, place, onMove, after, opens = everywhere, onOpen }: GridWalk) {
  const moved = useRef(false)
  const cellAt = (at: Place): HTMLElement | null => frame.current?.querySelector<HTMLElement>(selectorOf(at)) ?? null
  const move = (to: Place): void => {
    moved.current = true
    onMove(to)
  }

  useLayoutEffect(() => {
    if (!moved.current) return
    moved.current = false
    const cell = cellAt(place)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return
    const next = after(event)
    if (next !== null) move(next)
    else if (event.key === 'Enter' || event.key === ' ') {
      const cell = cellAt(place)
      if (cell !== null) onOpen(place, cell)
    } else return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent): void => {
    const next = placeIn(event.target)
    const cell = next && cellAt(next)
    if (!next || !cell || !opens(next)) return
    move(next)
    onOpen(next, cell)
  }

  return { onKeyDown, onClick }
}

const everywhere = () => true
