import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import type { ButtonVariant } from './Button.tsx'
import './Button.css'

function ButtonAnchor({ variant = 'secondary', className = '', children, ...rest }: ComponentProps<'a'> & { variant?: ButtonVariant }) {
  return (
    <a {...rest} className={`Button ${className}`} data-variant={variant}>
      {children}
    </a>
  )
}

/** A link that looks like a button: it goes somewhere and takes the router's `to`, `params` and `search`. */
export const ButtonLink = createLink(ButtonAnchor)
