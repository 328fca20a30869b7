import { expect, test } from 'vitest'
import { meetsSignInRule } from './sign-in-rule.ts'
import type { SignInMethod, SignInRule } from './contract.ts'

const methods: readonly SignInMethod[] = ['password', 'passkey', 'provider', 'link', 'visit', 'restore']
const meeting = (rule: SignInRule, secondFactor: boolean, role: 'admin' | 'member' = 'member') =>
  methods.filter((method) => meetsSignInRule(rule, { method, secondFactor }, role))

test('without a rule every session will do', () => {
  expect(meeting('any', false)).toEqual(methods)
})

test('where a second factor is asked for, a session has one, or comes from the provider or the demo', () => {
  expect(meeting('second_factor', false)).toEqual(['provider', 'visit'])
  expect(meeting('second_factor', false, 'admin')).toEqual(['provider', 'visit'])
  expect(meeting('second_factor', true)).toEqual(methods)
})

test('where the provider is asked for, no second factor stands in for it, and a link of the server does for admins alone', () => {
  expect(meeting('provider', true)).toEqual(['provider', 'visit'])
  expect(meeting('provider', true, 'admin')).toEqual(['provider', 'visit', 'restore'])
})
