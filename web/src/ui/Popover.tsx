import { type ReactNode, useId, useState } from 'react'
import { Button, type ButtonVariant } from './Button.tsx'
import './Popover.css'

interface PopoverProps {
  /** What the button shows. */
  trigger: ReactNode
  /** The button's name where `trigger` is no text. */
  label?: string
  variant?: ButtonVariant
  className?: string
  /** Which edge of the button it is flush with. */
  align?: 'start' | 'end'
  /** A function gets `close`, for contents that end with a choice. */
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button and what it opens beside itself. The platform closes it on Escape and on a click elsewhere and gives focus back. */
export function Popover({ trigger, label, variant = 'secondary', className = '', align = 'start', children }: PopoverProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const anchorName = `--${id}`
  return (
    <>
      <Button variant={variant} className={className} popoverTarget={id} aria-label={label} aria-expanded={open} style={{ anchorName }}>
        {trigger}
      </Button>
      <div
        id={id}
        popover="auto"
        className="Popover"
        data-align={align}
        style={{ positionAnchor: anchorName }}
        onToggle={(event) => event.target === event.currentTarget && setOpen(event.newState === 'open')}
      >
        {open && (typeof children === 'function' ? children(() => document.getElementById(id)?.hidePopover()) : children)}
      </div>
    </>
  )
}
