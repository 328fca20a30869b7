import type { Practice } from '@plumbline/shared/frameworks/pack.ts'
import type { Answer } from '@plumbline/shared/practices/maturity.ts'
import type { AreaStory } from './checklists.ts'
import { noteOn } from './checklists.ts'
import { fraction } from './fraction.ts'
import type { TeamName } from './people.ts'

/** One revision of a team's answer to one practice. */
export interface GivenAnswer {
  readonly practice: string
  readonly monthsAgo: number
  readonly answer: Answer
  readonly evidence: string | null
  readonly note: string
}

/**
 * A team's answers to the practices of an area, oldest first: what its story says of each practice, and for one in four what stood before
 * that, when the team was not so far. Practices two levels above the held one are mostly unanswered.
 */
export function checklistAnswers(team: TeamName, story: AreaStory, practices: readonly Practice[]): readonly GivenAnswer[] {
  return practices
    .flatMap((practice) => {
      const answer = answerOf(team, story, practice)
      if (answer === null) return []
      const chance = fraction(team, practice.id, 'when')
      const isMet = answer === 'most' || answer === 'all'
      const now: GivenAnswer = {
        practice: practice.id,
        monthsAgo: chance < 0.4 ? 4 : 1,
        answer,
        evidence: isMet && chance < 0.6 ? evidenceFor(team, practice) : null,
        note: noteOn(team, practice.id),
      }
      const before: GivenAnswer = {
        ...now,
        monthsAgo: chance < 0.5 ? 13 : 8,
        answer: answer === 'all' ? 'some' : 'none',
        evidence: null,
        note: '',
      }
      return isMet && fraction(team, practice.id, 'before') < 0.25 ? [before, now] : [now]
    })
    .toSorted((a, b) => b.monthsAgo - a.monthsAgo)
}

function answerOf(team: TeamName, { held, begun, but }: AreaStory, { id, level }: Practice): Answer | null {
  const said = but?.[id]
  if (said !== undefined) return said
  const chance = fraction(team, id, 'answer')
  const full: Answer = chance < 0.3 ? 'most' : 'all'
  if (level <= held) return full
  if (level === held + 1) return fraction(team, id, 'begun') < begun ? full : chance < 0.6 ? 'some' : 'none'
  if (level === held + 2 && chance < 0.3) return chance < 0.1 ? 'some' : 'none'
  return null
}

const slug = (name: string) => name.toLowerCase().replaceAll(/[^a-z]+/g, '-')

/** Machines state what they can see; the rest is written down in the wiki. */
const evidenceFor = (team: TeamName, { id, automatable }: Practice): string =>
  automatable ? `https://ci.demo.example/${slug(team)}/checks/${id}` : `https://wiki.demo.example/${slug(team)}/${id}`
