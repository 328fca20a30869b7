import { expect, test } from 'vitest'
import { expectedLevel } from './expected.ts'
import { smallPack } from './small-pack.ts'

const { seniorities } = smallPack
const shifting = { seniorityApplies: true }

test('worked example: a base of 3 is 2 at entry, 3 at mid, 4 at senior and architect', () => {
  const at = (seniority: 'entry' | 'mid' | 'senior' | 'architect') =>
    expectedLevel(shifting, 'gitops', { level: 3 }, seniority, seniorities)
  expect(at('entry')).toEqual({ level: 2, base: 3, rule: 'shifted' })
  expect(at('mid')).toEqual({ level: 3, base: 3, rule: 'as_is' })
  expect(at('senior').level).toBe(4)
  expect(at('architect').level).toBe(4)
})

test('the shift stops at the min and max of the seniority', () => {
  expect(expectedLevel(shifting, 'gitops', { level: 1 }, 'entry', seniorities).level).toBe(1)
  expect(expectedLevel(shifting, 'gitops', { level: 5 }, 'senior', seniorities).level).toBe(5)
})

test('a fixed level wins over the shift', () => {
  expect(expectedLevel(shifting, 'architecture', { level: 2 }, 'architect', seniorities)).toEqual({ level: 5, base: 2, rule: 'fixed' })
})

test('a role of its own seniority is taken as it is, fixed levels included', () => {
  const own = { seniorityApplies: false }
  expect(expectedLevel(own, 'architecture', { level: 4 }, 'architect', seniorities)).toEqual({ level: 4, base: 4, rule: 'as_is' })
  expect(expectedLevel(own, 'gitops', { level: 4 }, 'entry', seniorities).level).toBe(4)
})

test('a base of 0 expects nothing at any seniority', () => {
  expect(expectedLevel(shifting, 'architecture', { level: 0 }, 'architect', seniorities).level).toBe(0)
})

test('a skill named like a property of every object has no fixed level', () => {
  expect(expectedLevel(shifting, 'constructor', { level: 3 }, 'senior', seniorities).level).toBe(4)
})
