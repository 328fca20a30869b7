/** The secret that a link carried behind its `#`, which a browser sends to no server. */
export type SecretName = 'start' | 'join'

const keyOf = (name: SecretName): string => `plumbline ${name}`
const remembered = new Map<SecretName, string>()

/** Keeps it for this tab, so that it need not stay in the address bar and in the history. */
export function keepSecret(name: SecretName, secret: string): void {
  remembered.set(name, secret)
  // Where storing is forbidden the secret lasts as long as the page does.
  attempt(() => sessionStorage.setItem(keyOf(name), secret))
}

export const keptSecret = (name: SecretName): string | null => remembered.get(name) ?? attempt(() => sessionStorage.getItem(keyOf(name))) ?? null

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
