import type { Context } from 'hono'

/** Hands the `Set-Cookie` headers of sign-in on to the answer. */
export function passCookies(c: Context, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
}
