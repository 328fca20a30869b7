import { useState } from 'react'
import type { Form } from '../../ui/form.ts'

/** Lets a form that stays on the page follow what is stored. True: somebody else changed it while something is typed here, which stays. */
export function useNewest<Values extends object>({ dirty, sending, reset }: Form<Values>, stored: Values): boolean {
  const now = JSON.stringify(stored)
  const [seen, setSeen] = useState(now)
  const changed = seen !== now
  if (changed && !dirty) {
    setSeen(now)
    reset(stored)
  }
  return changed && dirty && !sending
}
