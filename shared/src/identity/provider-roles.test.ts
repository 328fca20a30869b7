import { expect, test } from 'vitest'
import fc from 'fast-check'
import { roleOfClaims } from './provider-roles.ts'

const rule = { claim: 'groups', admin: ['platform-admins', 'owners'], viewer: ['auditors'] }
const roleOf = (claims: Record<string, unknown>) => roleOfClaims(rule, claims)

test('a group gives its role, admin before viewer, and no group that is named gives member', () => {
  expect(roleOf({ groups: ['staff', 'owners'] })).toBe('admin')
  expect(roleOf({ groups: ['auditors', 'platform-admins'] })).toBe('admin')
  expect(roleOf({ groups: ['auditors'] })).toBe('viewer')
  expect([roleOf({ groups: ['staff'] }), roleOf({ groups: [] })]).toEqual(['member', 'member'])
})

test('a name counts letter by letter', () => {
  expect([roleOf({ groups: ['Owners'] }), roleOf({ groups: ['owners '] }), roleOf({ groups: ['owner'] })]).toEqual(Array(3).fill('member'))
})

test('a claim that is missing or no list of texts says nothing', () => {
  for (const groups of [undefined, null, 'owners', { owners: true }, 7, ['owners', 7]]) expect(roleOf({ groups })).toBeNull()
  expect(roleOf({})).toBeNull()
  expect(roleOfClaims({ ...rule, claim: 'constructor' }, {})).toBeNull()
})

test('groups that were too many to be sent say nothing, whatever else is there', () => {
  expect(roleOf({ _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint: 'https://graph.example/' } } })).toBeNull()
  expect(roleOf({ _claim_names: { groups: 'src1' }, groups: ['owners'] })).toBeNull()
  expect([roleOf({ hasgroups: true, groups: [] }), roleOf({ hasgroups: 'true', groups: [] })]).toEqual([null, null])
  expect(roleOf({ _claim_names: { address: 'src1' }, groups: ['owners'] })).toBe('admin')
})

test('nobody becomes an admin without a group that is named', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.dictionary(fc.string(), fc.anything()), (groups, others) => {
      const named = groups.some((one) => rule.admin.includes(one))
      expect(roleOf({ ...others, groups }) === 'admin').toBe(named && roleOf({ ...others, groups }) !== null)
    }),
  )
})
