import { expect, test } from 'vitest'
import { bearerOf, byToken } from './bearer.ts'

test('a secret of ours is read from a bearer header, in whatever case the scheme is written', () => {
  expect(bearerOf('Bearer plumb_pat_abc')).toBe('plumb_pat_abc')
  expect(bearerOf('bearer   plumb_org_abc ')).toBe('plumb_org_abc')
})

test('a header that a proxy sends for itself is not meant for us', () => {
  for (const header of [undefined, '', 'Basic cGx1bWJfcGF0', 'Bearer', 'Bearer eyJhbGciOi', 'plumb_pat_abc', 'Token plumb_pat_abc'])
    expect(bearerOf(header)).toBeNull()
})

test('two tokens in one request are none that works, and never the first of them', () => {
  expect(bearerOf('Bearer plumb_pat_abc, Bearer plumb_pat_def')).toBe('plumb_pat_abc, Bearer plumb_pat_def')
})

test('what a token reads counts as what it was made for', () => {
  const token = { id: 't', orgId: 'o', accountId: 'a', kind: 'personal', scopes: ['ratings:read'], purpose: 'hiring' } as const
  expect(byToken(token)).toEqual({ means: 'token:t', sessionId: null, purpose: 'hiring' })
})
