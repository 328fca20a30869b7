/**
 * The part of `then` that may be followed after signing in: a path of this site, else the start page. So no link can lead elsewhere. Judged letter
 * by letter, since browsers read `//host`, `/\host` and `/.//host`, once tidied up, as another site.
 */
export function ownPath(then: string | null | undefined): string {
  if (typeof then !== 'string' || then.length > 2000 || !then.startsWith('/')) return '/'
  if (/[\\\s\p{Cc}]/u.test(then)) return '/'
  const path = then.split(/[?#]/, 1)[0] ?? ''
  return path.includes('//') || /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path) ? '/' : then
}
