import { paths } from '../paths.ts'

const doors: ReadonlySet<string> = new Set([
  paths.signIn,
  paths.join,
  paths.start,
  paths.demo,
  paths.forgotPassword,
  paths.resetPassword,
  paths.confirmEmail,
])

/** To the sign-in page, and afterwards back to where one was. A full load, so that nothing of the last account stays in memory. */
export function goToSignIn(): void {
  const { pathname, search } = window.location
  // There, "not signed in" is the answer to what was entered.
  if (doors.has(pathname)) return
  window.location.assign(pathname === paths.home ? paths.signIn : `${paths.signIn}?then=${encodeURIComponent(pathname + search)}`)
}

/** Into the application as whoever has just signed in; for the same reason a full load. */
export const goIn = (to: string): void => window.location.assign(to)
