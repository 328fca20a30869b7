import type { Answers } from '@plumbline/shared/assessments/answers.ts'
import type { Level } from '@plumbline/shared/levels/level.ts'
import { toLevel } from '@plumbline/shared/levels/level.ts'
import type { PackIndex } from '@plumbline/shared/levels/pack-index.ts'
import { roleExpectations } from '@plumbline/shared/levels/pack-index.ts'
import { fraction } from './fraction.ts'
import { isHeldByOne } from './levels.ts'
import type { Member } from './people.ts'

export interface LeadView {
  readonly skill: string
  readonly level: Level
  readonly note: string
}

/** Felix Brandt as his lead sees him: at least two levels below what he says himself. */
const farApart: readonly LeadView[] = [
  { skill: 'kubernetes', level: 2, note: 'Applies manifests of others. Has not yet found the cause of an incident alone.' },
  { skill: 'iac', level: 2, note: 'The modules were written by Leila; Felix fills in the variables.' },
  { skill: 'cicd', level: 2, note: '' },
  { skill: 'docker', level: 2, note: 'Images run as root and are over a gigabyte. We agreed to go through them together.' },
  { skill: 'cloud-platforms', level: 2, note: '' },
  { skill: 'monitoring', level: 2, note: 'Dashboards yes, alerts that somebody can act on not yet.' },
]

const viewsPerPerson = 2

/**
 * How a lead rates someone after the newest round: a few of the musts of their role, mostly as they do themselves, now and then one level
 * lower or higher. Two of three people are rated, and always the one whom the lead sees quite differently.
 */
export function leadViewsOf(member: Member, answers: Answers, index: PackIndex): readonly LeadView[] {
  if (member.name === 'Felix Brandt') return farApart
  if (fraction(member.name, 'rated by lead') > 2 / 3) return []
  return roleExpectations(index, member.role, member.seniority)
    .flatMap((expected) => {
      const own = answers[expected?.skill ?? '']?.level ?? null
      if (expected?.importance !== 'must' || own === null || isHeldByOne(member.team, expected.skill)) return []
      return [{ skill: expected.skill, own, order: fraction(member.name, expected.skill, 'order') }]
    })
    .toSorted((a, b) => a.order - b.order)
    .slice(0, viewsPerPerson)
    .map(({ skill, own }) => ({ skill, note: '', level: differently(member, skill, own) }))
}

function differently(member: Member, skill: string, own: Level): Level {
  const chance = fraction(member.name, skill, 'seen by lead')
  if (chance < 0.2) return toLevel(own - 1)
  return chance > 0.9 ? toLevel(own + 1) : own
}
