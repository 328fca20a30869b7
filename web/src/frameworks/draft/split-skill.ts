import type { FrameworkChange } from '@plumbline/shared/frameworks/change.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Skill } from '@plumbline/shared/frameworks/pack-skills.ts'
import { idFor } from './entry-lists.ts'

interface Split {
  /** The names of the two. */
  readonly names: readonly [string, string]
  /** Both begin with the levels of the one as they are described. */
  readonly describeAlike: boolean
}

/** Two new skills in the place of one, as one list of changes: what referred to it refers to both, and both take over its ratings. */
export function splitChanges(pack: Pack, origin: Pack, skill: Skill, { names: [first, second], describeAlike }: Split): FrameworkChange[] {
  const { position: _, aliases: __, ...rest } = skill
  const one = { ...rest, id: idFor(first, 'skills', [pack, origin]), name: first, ...(!describeAlike && { descriptors: [] }) }
  // The first is there before the second is named, so that two alike names get two ids.
  const withFirst = { ...pack, skills: [...pack.skills, { ...skill, id: one.id }] }
  const other = { ...one, id: idFor(second, 'skills', [withFirst, origin]), name: second }
  return [
    { change: 'put-skill', entry: { ...one, aliases: [] } },
    { change: 'put-skill', entry: { ...other, aliases: [] } },
    { change: 'remove', list: 'skills', id: skill.id, heirs: [one.id, other.id] },
  ]
}
