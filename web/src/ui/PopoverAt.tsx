import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { IconButton } from './IconButton.tsx'
import './Popover.css'

interface PopoverAtProps {
  /** The element it belongs to, such as a cell or a bar. */
  anchor: HTMLElement
  onClose: () => void
  title: string
  children: ReactNode
}

/** One popover for many anchors: render it while something is chosen, with `key` of what is chosen. Focus moves in and goes back to the anchor. */
export function PopoverAt({ anchor, onClose, title, children }: PopoverAtProps) {
  const panel = useRef<HTMLDivElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const element = panel.current
    const before = anchor.style.getPropertyValue('anchor-name')
    anchor.style.setProperty('anchor-name', `--${id}`)
    if (element?.matches(':popover-open') === false) element.showPopover()
    element?.focus()
    return () => {
      // A click elsewhere has already moved focus on; only focus that would be lost goes back.
      if (element?.contains(document.activeElement) === true) anchor.focus()
      anchor.style.setProperty('anchor-name', before)
    }
  }, [anchor, id])
  return (
    <div
      ref={panel}
      popover="auto"
      className="Popover"
      role="dialog"
      tabIndex={-1}
      aria-labelledby={id}
      style={{ positionAnchor: `--${id}` }}
      onToggle={(event) => event.target === panel.current && event.newState === 'closed' && onClose()}
    >
      <div className="Popover-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label="Close" onClick={() => panel.current?.hidePopover()} />
      </div>
      {children}
    </div>
  )
}
