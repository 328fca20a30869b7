import type { Expectation, Pack, Practice, Seniority } from '@plumbline/shared/frameworks/pack.ts'

type Role = Pack['roles'][number]

/** How far the documents go for the title of a role. */
export const titleWords: Readonly<Record<Role['title'], { readonly tag: string; readonly sentence: string }>> = {
  stated: { tag: 'title stated', sentence: 'The documents name this title and give it duties.' },
  'duties-derived': {
    tag: 'duties derived',
    sentence: 'The documents name this title only; what it does is read from its words and from the roadmap that ends in it.',
  },
  derived: { tag: 'title derived', sentence: 'The documents name the topic or path; the title is the framework’s own.' },
}

/** Where the need for a skill comes from. */
export const basisWords: Readonly<Record<Expectation['basis'], string>> = {
  stated: 'a document says that the role, its topic or its path needs the skill',
  group: 'a roadmap that ends in this title teaches it, but gives the title no duties of its own',
  derived: 'the framework’s judgement; the reason says from what',
}

const steps = (count: number): string => (count === 1 ? '1 level' : `${count} levels`)

/** What the chosen seniority does to the levels of this role. */
export function seniorityWords(
  role: Pick<Role, 'seniorityApplies'>,
  seniority: Seniority,
  pack: Pick<Pack, 'seniorities' | 'skills'>,
): string {
  if (!role.seniorityApplies) return 'This role is a step of seniority by itself: its levels are the same at every seniority.'
  const { shift, min, max, fixed } = pack.seniorities[seniority]
  const shifted = shift === 0 ? 'The levels at mid' : `${steps(Math.abs(shift))} ${shift > 0 ? 'above' : 'below'} mid`
  const set = Object.entries(fixed).map(([id, level]) => `${pack.skills.find((skill) => skill.id === id)?.name ?? id} is set to ${level}`)
  const rule = shift === 0 ? `${shifted}, as the framework sets them` : `${shifted}, never under ${min} or over ${max}`
  return `${[rule, ...set].join('; ')}.`
}

/** "2 people at level 3 or above". */
export const needWords = ({ people, level }: Pick<Practice['needs'][number], 'people' | 'level'>): string =>
  `${people === 1 ? '1 person' : `${people} people`} at level ${level} or above`
