import { expect, test } from 'vitest'
import fc from 'fast-check'
import { ownPath } from '@plumbline/shared/identity/own-path.ts'

const origin = 'https://plumbline.example'

test('a path of this site is followed as it is', () => {
  for (const then of ['/', '/people?team=a%20b', '/teams/7', '/framework#x', '/sign-in?then=https://evil.example', '/.well-known/x'])
    expect(ownPath(then)).toBe(then)
})

test('anything else leads to the start page', () => {
  for (const then of [
    null,
    undefined,
    '',
    'people',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/%2E%2e/evil.example',
    '/people//evil.example',
    'https:evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    `/${'x'.repeat(2000)}`,
  ])
    expect(ownPath(then), String(then)).toBe('/')
})

test('whatever is asked for, a browser stays on this site, also when what it resolved is followed again', () => {
  const part = fc.constantFrom('/', '\\', '.', '..', '%2e', '%2f', '\t', ' ', ':', '@', '?', '#', 'evil.example', 'https:')
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 3 })), { maxLength: 8 }), (parts) => {
      const once = new URL(ownPath(parts.join('')), origin)
      const twice = new URL(once.pathname + once.search + once.hash, origin)
      expect([once.origin, twice.origin]).toEqual([origin, origin])
    }),
  )
})
