/** The part of `then` that may be followed after signing in: a path of this site, else the start page. So no link can lead elsewhere. */
export function ownPath(then: string | null, origin: string): string {
  if (then === null || !then.startsWith('/')) return '/'
  // A browser reads `//host` and `/\host` as another site; the URL parser does as well.
  const url = URL.canParse(then, origin) ? new URL(then, origin) : null
  return url?.origin === origin ? url.pathname + url.search + url.hash : '/'
}
