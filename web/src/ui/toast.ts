/** A word that something happened. */
export interface Toast {
  id: number
  kind: 'ok' | 'error'
  text: string
  action?: { label: string; run: () => void }
}

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says in a corner what has happened; an error stays until it is dismissed. For errors of a form use the form's own place instead, never both. */
export function toast(text: string, more: Partial<Pick<Toast, 'kind' | 'action'>> = {}): void {
  set([...toasts.slice(-2), { id: nextId++, kind: 'ok', text, ...more }])
}

export function dismissToast(id: number): void {
  set(toasts.filter((one) => one.id !== id))
}

export const toastStore = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  now: (): readonly Toast[] => toasts,
}
