import { parse, serialize } from 'hono/utils/cookie'
import { hashOf, newSecret } from './secret.ts'

/** How long a step of signing in may take, in seconds. */
export const stepSeconds = 300

/** A short-lived secret in a browser that is not signed in yet. */
export interface BrowserCookie {
  /** A fresh secret: the cookie that carries it, and the hash to keep of it. */
  make: (headers: Headers) => { cookie: string; hash: string }
  /** The hash of the secret that the browser sends; null where it sends none. */
  hashOf: (headers: Headers) => string | null
  /** The cookie that takes it away again. */
  readonly gone: string
}

// Bound to the browser that it was given to as far as a browser says what it is: copied elsewhere it is of no use by itself.
const bound = (value: string, headers: Headers) => hashOf(`${value}\n${headers.get('user-agent') ?? ''}`)

/** Over https it is `__Host-`: only this host over TLS can have set it. No script reads it, and no other site's page makes the browser send it. */
export function browserCookie(name: string, secure: boolean): BrowserCookie {
  const full = secure ? `__Host-${name}` : name
  const write = (value: string, maxAge: number) => serialize(full, value, { path: '/', secure, httpOnly: true, sameSite: 'Strict', maxAge })
  return {
    make: (headers) => {
      const value = newSecret()
      return { cookie: write(value, stepSeconds), hash: bound(value, headers) }
    },
    hashOf: (headers) => {
      const value = parse(headers.get('cookie') ?? '', full)[full]
      return value === undefined || !/^[\w-]{43}$/.test(value) ? null : bound(value, headers)
    },
    gone: write('', 0),
  }
}
