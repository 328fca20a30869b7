import { redirect } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'

/** The secret that a link carried behind its `#`, which a browser sends to no server. */
export type SecretName = 'start' | 'join' | 'reset' | 'confirm'

const keyOf = (name: SecretName): string => `plumbline ${name}`
const remembered = new Map<SecretName, string>()
const listeners = new Set<() => void>()

/** Keeps it for this tab, so that it need not stay in the address bar and in the history. */
function keepSecret(name: SecretName, secret: string): void {
  remembered.set(name, secret)
  // Where storing is forbidden the secret lasts as long as the page does.
  attempt(() => sessionStorage.setItem(keyOf(name), secret))
  for (const listener of listeners) listener()
}

/** Before a page with such a link is shown: takes the secret out of the address. */
export function takeSecret(name: SecretName, { pathname, hash }: { pathname: string; hash: string }): void {
  if (hash === '') return
  keepSecret(name, hash)
  throw redirect({ href: pathname, replace: true })
}

const keptSecret = (name: SecretName): string | null => remembered.get(name) ?? attempt(() => sessionStorage.getItem(keyOf(name))) ?? null

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The secret that was kept; a link opened on top of the page itself counts at once. */
export const useSecret = (name: SecretName): string | null => useSyncExternalStore(subscribe, () => keptSecret(name))

export function forgetSecret(name: SecretName): void {
  remembered.delete(name)
  attempt(() => sessionStorage.removeItem(keyOf(name)))
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
