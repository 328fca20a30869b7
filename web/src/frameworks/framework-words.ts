import type { ClaimKind, ClaimTopic } from '@plumbline/shared/frameworks/pack-market.ts'
import type { Expectation } from '@plumbline/shared/frameworks/pack-roles.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Practice, PracticeLevel } from '@plumbline/shared/frameworks/pack-practices.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'

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

/** How an expectation hangs on the documents, the strongest first. */
export const bases = ['stated', 'group', 'derived'] as const satisfies readonly Expectation['basis'][]

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

/** Why a cell of the matrix is blank. */
export const blankWords = (role: Pick<Role, 'name' | 'blank'>, skill: Pick<Pack['skills'][number], 'unexpected'>): string =>
  [`${role.name} does not expect it, which is not the same as level 0.`, role.blank, skill.unexpected].filter(Boolean).join(' ')

/** "2 people at level 3 or above". */
export const needWords = ({ people, level }: Pick<Practice['needs'][number], 'people' | 'level'>): string =>
  `${people === 1 ? '1 person' : `${people} people`} at level ${level} or above`

/** What someone whom the documents name is to the framework. */
export const personaWords: Readonly<Record<Pack['personas'][number]['kind'], { readonly title: string; readonly sentence: string }>> = {
  overlay: { title: 'Overlays', sentence: 'They change a role: measured with it, and with what the note says.' },
  destination: { title: 'Destinations', sentence: 'Titles to grow into: a role of the framework at a seniority.' },
  counterpart: { title: 'Counterparts', sentence: 'They work with the roles. Nothing is expected of them here.' },
  'starting-point': { title: 'Starting points', sentence: 'From where somebody sets out to learn. Nothing is expected of them here.' },
  reader: { title: 'Readers', sentence: 'They read about the roles or decide on people. Nothing is expected of them here.' },
}

/** What said something: how far a claim can be trusted. Nobody here has checked any of them. */
export const claimKindWords: Readonly<Record<ClaimKind, string>> = {
  prediction: 'prediction',
  estimate: 'estimate',
  case: 'single case',
  'second-hand-report': 'second-hand report',
  'vendor-claim': 'vendor’s claim',
  advertising: 'advertising',
  advice: 'advice',
  goal: 'goal',
  unsourced: 'stated without proof',
  explanation: 'explanation',
}

export const claimTopicWords: Readonly<Record<ClaimTopic, string>> = {
  pay: 'Pay',
  cost: 'Cost',
  time: 'Time',
  demand: 'Demand',
  adoption: 'Adoption',
  result: 'Results',
  benefit: 'Benefits',
  risk: 'Risks',
  hiring: 'Hiring',
  outlook: 'Outlook',
  definition: 'Definitions',
  case: 'Cases',
}

/** Levels of a practice, from 1. */
export const practiceLevelWords: Readonly<Record<PracticeLevel, string>> = {
  1: 'provisional',
  2: 'operational',
  3: 'scalable',
  4: 'optimizing',
}

/** "about 7 months", "about 2 weeks". A month counts as 30 days. */
export function monthsWords(months: number): string {
  if (months >= 1) return months === 1 ? 'about 1 month' : `about ${months} months`
  const weeks = Math.max(1, Math.round((months * 30) / 7))
  return weeks === 1 ? 'about 1 week' : `about ${weeks} weeks`
}
