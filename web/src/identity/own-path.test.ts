import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

const origin = 'https://plumbline.example'

test('a path of this site is followed as it is', () => {
  expect(ownPath('/people?team=a%20b', origin)).toBe('/people?team=a%20b')
  expect(ownPath('/teams/7', origin)).toBe('/teams/7')
})

test('anything else leads to the start page', () => {
  for (const then of [
    null,
    '',
    'people',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
  ])
    expect(ownPath(then, origin)).toBe('/')
})
