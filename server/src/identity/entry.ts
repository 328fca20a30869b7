import { v7 as uuidv7 } from 'uuid'
import type { SecondFactor } from '@plumbline/shared/identity/contract.ts'
import { PlumblineError } from '@plumbline/shared/errors/problem.ts'
import type { Opened } from '@plumbline/shared/identity/sign-in-rule.ts'
import type { BrowserCookie } from './browser-cookie.ts'
import { factorsOf } from './factor-queries.ts'
import type { Queries } from './factor-queries.ts'
import { insertStep } from './step-queries.ts'
import type { Visitor } from './visitor.ts'

/** What a first factor led to. */
export interface Entry {
  readonly accountId: string
  /** The `Set-Cookie` headers of the new session, or of the step that is still owed. */
  readonly cookies: Headers
  /** With what the second step can be taken; empty where the session is open. */
  readonly secondFactors: readonly SecondFactor[]
}

/** What a route answers with. */
export const entered = ({ secondFactors }: Entry): { done: true } | { secondFactor: SecondFactor[] } =>
  secondFactors.length === 0 ? { done: true } : { secondFactor: [...secondFactors] }

/** A step that a browser cannot take: it was never there, is over, was taken, or belongs to another browser. All are told alike. */
export const stepOver = () =>
  new PlumblineError(
    'unauthenticated',
    'This sign-in was finished, took longer than five minutes, or was begun in another browser. Begin again.',
  )

interface Door {
  readonly db: Queries
  readonly step: BrowserCookie
  readonly openSession: (accountId: string, visitor: Visitor, how: Opened) => Promise<Headers>
}

/** Lets in whoever showed the first factor: with a session, or where the account has a second factor with nothing but the step to it. */
export async function enter(
  { db, step, openSession }: Door,
  accountId: string,
  visitor: Visitor,
  method: 'password' | 'link',
): Promise<Entry> {
  const secondFactors = await factorsOf(db, accountId)
  if (secondFactors.length === 0)
    return { accountId, cookies: await openSession(accountId, visitor, { method, secondFactor: false }), secondFactors }
  const { cookie, hash } = step.make(visitor.headers)
  await insertStep(db, { id: uuidv7(), secretHash: hash, accountId, method })
  return { accountId, cookies: new Headers({ 'set-cookie': cookie }), secondFactors }
}
