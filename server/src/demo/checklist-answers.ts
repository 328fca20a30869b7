import type { Practice } from '@plumbline/shared/frameworks/pack-practices.ts'
import type { Answer } from '@plumbline/shared/practices/maturity.ts'
import type { AreaStory } from './checklists.ts'
import { noteOn } from './checklists.ts'
import { fraction } from './fraction.ts'
import type { TeamName } from './people.ts'

/** One revision of a team's answer to one practice. */
export interface GivenAnswer {
  readonly practice: string
  readonly revision: 1 | 2
  readonly monthsAgo: number
  readonly answer: Answer
  readonly evidence: string | null
  readonly note: string
}

/**
 * A team's answers to the practices of an area: what its story says of each practice, and for one in five of those met what stood before,
 * when the team was not so far. Practices far above what they hold are unanswered.
 */
export function checklistAnswers(team: TeamName, story: AreaStory, practices: readonly Practice[]): readonly GivenAnswer[] {
  return practices.flatMap((practice) => {
    const answer = answerOf(team, story, practice)
    if (answer === null) return []
    const isMet = answer === 'most' || answer === 'all'
    const chance = fraction(team, practice.id, 'when')
    const evidence = isMet && chance < 0.6 ? evidenceFor(team, practice) : null
    const given = { practice: practice.id, answer, evidence, note: noteOn(team, practice.id), monthsAgo: chance < 0.4 ? 4 : 1 }
    if (!isMet || fraction(team, practice.id, 'before') > 0.2) return [{ ...given, revision: 1 }]
    const before: GivenAnswer = {
      ...given,
      answer: answer === 'all' ? 'some' : 'none',
      evidence: null,
      note: '',
      monthsAgo: chance < 0.5 ? 13 : 8,
      revision: 1,
    }
    return [before, { ...given, revision: 2 }]
  })
}

function answerOf(team: TeamName, { held, begun, but }: AreaStory, { id, level }: Practice): Answer | null {
  const said = but?.[id]
  if (said !== undefined) return said
  const chance = fraction(team, id, 'answer')
  const full: Answer = chance < 0.3 ? 'most' : 'all'
  if (level <= held) return full
  if (held === 0 && level === 2 && chance < 0.5) return chance < 0.1 ? 'some' : 'none'
  if (level > held + 1) return null
  if (fraction(team, id, 'begun') < begun) return full
  if (chance > 0.8) return null
  return chance < 0.4 ? 'some' : 'none'
}

const slug = (name: string) => name.toLowerCase().replaceAll(/[^a-z]+/g, '-')

/** Machines state what they can see; the rest is written down in the wiki. */
const evidenceFor = (team: TeamName, { id, automatable }: Practice): string =>
  automatable ? `https://ci.demo.example/${slug(team)}/checks/${id}` : `https://wiki.demo.example/${slug(team)}/${id}`
