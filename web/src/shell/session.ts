/** To the sign-in page, and afterwards back to where one was. A full load, so that nothing of the last account stays in memory. */
export function goToSignIn(): void {
  const { pathname, search } = window.location
  if (pathname.startsWith('/sign-in')) return
  window.location.assign(`/sign-in?then=${encodeURIComponent(pathname + search)}`)
}
