import { useLocation } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'

/** Moves focus to the content when another page is shown, as a browser would; a changed filter is the same page and leaves focus alone. */
export function useFocusOnNewPage(content: RefObject<HTMLElement | null>): void {
  const path = useLocation({ select: (location) => location.pathname })
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    content.current?.focus({ preventScroll: true })
  }, [path, content])
}
