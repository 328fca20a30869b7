import { useEffect, useSyncExternalStore } from 'react'

export interface ShortcutGroup {
  title: string
  /** `keys` as in `<Kbd>`: separated by a space when pressed one after the other. */
  lines: readonly { keys: string; does: string }[]
}

let groups: readonly ShortcutGroup[] = []
const listeners = new Set<() => void>()

function set(next: readonly ShortcutGroup[]): void {
  groups = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Lists a page's own keys in the keyboard help while it is shown. Give a constant: a new object each time would be listed anew. */
export function useShortcutHelp(group: ShortcutGroup): void {
  useEffect(() => {
    set([...groups, group])
    return () => set(groups.filter((one) => one !== group))
  }, [group])
}

export const usePageShortcuts = (): readonly ShortcutGroup[] => useSyncExternalStore(subscribe, () => groups)

const takesText = 'textarea, select, input:not([type="radio"], [type="checkbox"])'

/** Whether a key belongs to what has focus rather than to the page: a field that takes text, or an open dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('dialog, [popover]') !== null || target.matches(takesText)
}
