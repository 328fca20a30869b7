import { expect, test } from 'vitest'
import { smallPack } from '../levels/small-pack.ts'
import { readRole } from './people-file-roles.ts'

const read = (text: string) => readRole(text, smallPack.roles)

test('a role is meant by its id or its name, whatever the case and punctuation', () => {
  for (const text of ['platform-engineer', 'Platform Engineer', 'PLATFORM_ENGINEER', ' platform  engineer ', 'PlatformEngineer']) {
    expect(read(text)).toEqual({ value: 'platform-engineer' })
  }
})

test('a slip or two, and a beginning, are answered with the role probably meant', () => {
  expect(read('Platfrom Engineer')).toEqual({ problem: 'Role "Platfrom Engineer" is not known. Did you mean "Platform Engineer"?' })
  expect(read('Platfom Enginer')).toEqual({ problem: 'Role "Platfom Enginer" is not known. Did you mean "Platform Engineer"?' })
  expect(read('Security')).toEqual({ problem: 'Role "Security" is not known. Did you mean "Security Engineer"?' })
  expect(read('Security Engineer II')).toEqual({ problem: 'Role "Security Engineer II" is not known. Did you mean "Security Engineer"?' })
})

test('what is like no role is not guessed', () => {
  expect(read('Gardener')).toEqual({ problem: 'Role "Gardener" is not known. Use the name of a role of the framework.' })
  expect(read('--')).toEqual({ problem: 'Role "--" is not known. Use the name of a role of the framework.' })
  expect(read('')).toEqual({ problem: 'Give the role.' })
})

test('a name in another script is a name', () => {
  const roles = [{ id: 'platform-engineer', name: 'Інженер платформи' }]
  expect(readRole('інженер-платформи', roles)).toEqual({ value: 'platform-engineer' })
})
