import { smallPack } from '@plumbline/shared/levels/small-pack.ts'
import { expect, test } from 'vitest'
import { toolGroups } from './tool-groups.ts'

const tool = (id: string, skills: string[]) => ({ id, name: id, aliases: [], kinds: ['Tool'], summary: id, skills, sources: [] })

test('a tool stands once, under the category of its first skill, and last without a skill', () => {
  const groups = toolGroups([tool('vault', ['secrets', 'iac']), tool('helm', ['kubernetes']), tool('pen', [])], smallPack)
  expect(groups.map(({ id, tools }) => [id, tools.map((one) => one.id)])).toEqual([
    ['platform', ['helm']],
    ['trust', ['vault']],
    ['', ['pen']],
  ])
})
