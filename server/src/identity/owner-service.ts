import { PlumblineError, conflict, forbidden } from '@plumbline/shared/errors/problem.ts'
import type { Tx } from '#db/client.ts'
import type { Auth } from './auth.ts'
import { signInOf } from './password-queries.ts'
import { sessionFacts } from './provider-queries.ts'

export interface Claimant {
  readonly accountId: string
  readonly sessionId: string
  /** Where the request comes from. */
  readonly address: string
}

const visiting = () => conflict('Visitors of the demo sign in without an account of their own, so there is nothing to change.')

const field = (detail: string, words: string) =>
  new PlumblineError('forbidden', words, { errors: [{ in: 'body', pointer: '/password', detail }] })

/**
 * Makes sure that it is the account's owner who asks, not someone at a browser that was left open: by the password, which counts as a try to sign
 * in, or by a session that was opened within ten minutes. `always`: whoever has a password has to give it.
 */
export async function proveOwner(
  tx: Tx,
  auth: Auth,
  { accountId, sessionId, address }: Claimant,
  { password, always }: { password: string | undefined; always: boolean },
): Promise<void> {
  const session = await sessionFacts(tx, accountId, sessionId)
  if (session === undefined) throw new PlumblineError('unauthenticated', 'Sign in to go on.')
  if (session.method === 'visit') throw visiting()
  const own = await signInOf(tx, accountId)
  if (own === undefined || own.hash === null) {
    if (!session.fresh) throw forbidden('Sign out and in again, then do this within ten minutes.')
    return
  }
  if (password === undefined) {
    if (session.fresh && !always) return
    throw field('Give your password.', 'Give your password to go on.')
  }
  const { email, hash } = own
  await auth.tries.guard({ email, address }, async () => {
    if (!(await auth.passwords.verify({ hash, password }))) throw field('This is not your password.', 'Your password is not right.')
  })
}
