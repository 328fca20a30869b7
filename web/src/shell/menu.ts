import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

interface Menu {
  open: boolean
  toggle: () => void
}

/** The menu of small screens: closed by Escape, and by arriving on another page. */
export function useMenu(): Menu {
  const path = useLocation({ select: (location) => location.pathname })
  const [openOn, setOpenOn] = useState<string | null>(null)
  const open = openOn === path
  useEffect(() => {
    if (!open) return undefined
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setOpenOn(null)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [open])
  return { open, toggle: () => setOpenOn(open ? null : path) }
}
