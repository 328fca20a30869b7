import { expect, test } from 'vitest'
import type { SkillGap } from './queries.ts'
import { inOrder } from './skill-order.ts'

const gap = (skill: string, missing: number): SkillGap => {
  return { skill, expected: 5, met: 5 - missing, below: missing, notRated: 0, unfilled: 0, missing, mustMissing: 0, roles: [] }
}
const skills = [gap('gitops', 2), gap('iac', 3), gap('docker', 2)]
const ids = (...choice: [Parameters<typeof inOrder>[2], 'ascending' | 'descending']) =>
  inOrder(skills, (id) => id, ...choice).map(({ skill }) => skill)

test('skills keep the rule’s order until a column is chosen, and where they are equal', () => {
  expect(ids(undefined, 'descending')).toEqual(['gitops', 'iac', 'docker'])
  expect(ids('missing', 'descending')).toEqual(['iac', 'gitops', 'docker'])
  expect(ids('missing', 'ascending')).toEqual(['gitops', 'docker', 'iac'])
  expect(ids('skill', 'ascending')).toEqual(['docker', 'gitops', 'iac'])
})
