import type { Actor } from '@plumbline/shared/access/actor.ts'
import type { Purpose } from '@plumbline/shared/access/purpose.ts'
import { type Scope, allScopes, scopes } from '@plumbline/shared/access/token-scopes.ts'
import type { TokenKind } from './queries.ts'

/** What reads of other people's data count as. */
export const purposeWords: Readonly<Record<Purpose, string>> = {
  development: 'people’s development',
  staffing: 'staffing teams',
  hiring: 'hiring',
}

export interface Offer {
  scope: Scope
  sentence: string
}

/** The scopes that a token of this kind can be given by this actor, and what each allows. */
export const offersFor = (actor: Actor, kind: TokenKind): Offer[] =>
  allScopes
    .filter((scope) => scopes[scope].mayUse(actor) && (kind === 'own' || !scopes[scope].ofPeople))
    .map((scope) => ({ scope, sentence: scopes[scope].sentence }))

export const lifetimes = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '180', label: '180 days' },
  { value: '366', label: '366 days, the longest there is' },
] as const
