/** What binds a way to a provider to the browser that it was begun in. `Lax`, since the provider sends the browser back from its own site. */
export function flowCookie(home: string) {
  const secure = home.startsWith('https:')
  return {
    name: secure ? '__Host-plumbline-flow' : 'plumbline-flow',
    options: { httpOnly: true, sameSite: 'Lax', secure, path: '/', maxAge: 600 },
  } as const
}
