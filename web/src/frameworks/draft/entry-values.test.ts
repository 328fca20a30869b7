import { certification } from '@plumbline/shared/frameworks/pack-learning.ts'
import { practice } from '@plumbline/shared/frameworks/pack-practices.ts'
import { role } from '@plumbline/shared/frameworks/pack-roles.ts'
import { soundPack } from '@plumbline/shared/frameworks/sound-pack.ts'
import { expect, test } from 'vitest'
import { certificationValues, toCertification } from './certification-values.ts'
import { practiceValues, toPractice } from './practice-values.ts'
import { roleValues, toRole } from './role-values.ts'
import { skillEntry, skillValues, toSkill } from './skill-values.ts'

const pack = soundPack()

test('an entry that is opened and saved unchanged stays as it is', () => {
  for (const { position: _, ...entry } of pack.skills)
    expect(skillEntry.parse(toSkill(skillValues({ ...entry, position: 0 }, pack)))).toEqual(entry)
  for (const entry of pack.roles) expect(role.parse(toRole(roleValues(entry)))).toEqual(entry)
  for (const entry of pack.practices) expect(practice.parse(toPractice(practiceValues(entry, pack)))).toEqual(entry)
  for (const entry of pack.certifications) expect(certification.parse(toCertification(certificationValues(entry)))).toEqual(entry)
  expect([pack.skills, pack.roles, pack.practices, pack.certifications].every(({ length }) => length > 0)).toBe(true)
})

test('a new skill needs a name and nothing else that has no choice offered', () => {
  const values = { ...skillValues(undefined, pack), id: 'drawing', name: ' Drawing ' }
  expect(skillEntry.parse(toSkill(values))).toMatchObject({
    id: 'drawing',
    name: 'Drawing',
    category: pack.categories[0]?.id,
    descriptors: [],
  })
  expect(skillEntry.safeParse(toSkill({ ...values, name: ' ' })).success).toBe(false)
})

test('descriptors and months are all there or none', () => {
  const values = { ...skillValues(undefined, pack), id: 'drawing', name: 'Drawing' }
  const flaws = (part: Partial<typeof values>) =>
    skillEntry.safeParse(toSkill({ ...values, ...part })).error?.issues.map(({ path }) => path.join('/')) ?? []
  expect(flaws({ months: ['1', '2', '3', '4', '5,5'], reason: 'practice-first' })).toEqual([])
  expect(flaws({ months: ['1', '', '3', '4', 'five'], reason: 'practice-first' })).toEqual(['months/steps/1', 'months/steps/4'])
  expect(flaws({ months: ['1', '2', '3', '4', '5'] })).toEqual(['months/reason'])
  expect(flaws({ descriptors: ['Draws nothing', '', '', '', '', ''] })).not.toEqual([])
})
