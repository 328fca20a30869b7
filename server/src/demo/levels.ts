import type { Answers } from '@plumbline/shared/assessments/answers.ts'
import type { Answer } from '@plumbline/shared/assessments/contract.ts'
import type { Level } from '@plumbline/shared/levels/level.ts'
import { toLevel } from '@plumbline/shared/levels/level.ts'
import type { PackIndex } from '@plumbline/shared/levels/pack-index.ts'
import { roleExpectations } from '@plumbline/shared/levels/pack-index.ts'
import { fraction } from './fraction.ts'
import { noteOf } from './notes.ts'
import type { Member, Round, TeamName } from './people.ts'

/** How far below the newest round people stood in the rounds before, in levels. */
const yetToLearn: Record<Round, number> = { 14: 1.3, 9: 0.8, 5: 0.4, 1: 0 }

/** How teams lean: levels added in a skill category. */
const leanings: Partial<Record<TeamName, Readonly<Record<string, number>>>> = {
  Platform: { 'platform-engineering': 0.3, finops: -0.6, 'mlops-llmops': -0.4 },
  'Security & Cost': { devsecops: 0.4, 'platform-engineering': -0.4, 'serverless-edge': -0.5 },
  'Product Delivery': { 'cicd-gitops': 0.4, devsecops: -0.4, finops: -0.3 },
  'Data & AI': { 'data-engineering': 0.4, devsecops: -0.5, 'containers-kubernetes': -0.5 },
}

/** Skills that hang on one person: everybody else of these teams stays at `most`. */
const heldByOne: readonly { skill: string; teams: readonly TeamName[]; most: Level; holder: string; level: Level }[] = [
  { skill: 'mesh-ingress', teams: ['Platform', 'Security & Cost'], most: 2, holder: 'Yuki Tanabe', level: 4 },
  { skill: 'gitops', teams: ['Platform', 'Security & Cost'], most: 3, holder: 'Yuki Tanabe', level: 4 },
]

const heldIn = (team: TeamName, skill: string) => heldByOne.find((held) => held.skill === skill && held.teams.includes(team))
export const isHeldByOne = (team: TeamName, skill: string): boolean => heldIn(team, skill) !== undefined

/**
 * What someone answers in a round, by skill id: around what their role expects, by their own strength and their team's leaning, lower in
 * the rounds before the newest. A few skills are left out, a few are "not sure", and one in twelve that nobody asks of them is answered as well.
 */
export function answersOf(member: Member, round: Round, index: PackIndex): Answers {
  const expected = roleExpectations(index, member.role, member.seniority)
  return Object.fromEntries(
    index.skills.flatMap((skill, position) => {
      if (!skill) return []
      const chance = (about: string) => fraction(member.name, skill.id, about)
      const wanted = expected[position]
      const note = noteOf(member.name, skill.id)
      if (note === '' && (wanted ? chance('left out') < 1 / 60 : chance('besides') > 1 / 12)) return []
      const level = wanted ? around(member, skill, wanted.level, round) : toLevel(1 + chance('besides level'))
      const answer: Answer = {
        level: chance('not sure') < 1 / 80 ? null : level,
        interest: interestOf(chance('interest')),
        note: round === 1 ? note : '',
      }
      return [[skill.id, answer]]
    }),
  )
}

function around(member: Member, skill: { id: string; category: string }, wanted: Level, round: Round): Level {
  const one = heldIn(member.team, skill.id)
  if (one?.holder === member.name) return one.level
  const wobble = (fraction(member.name, skill.id, 'wobble') - 0.5) * 1.6
  const lean = leanings[member.team]?.[skill.category] ?? 0
  const pace = 0.6 + 0.8 * fraction(member.name, skill.id, 'pace')
  const level = toLevel(wanted + member.strength + lean + wobble - yetToLearn[round] * pace)
  return one && level > one.most ? one.most : level
}

function interestOf(chance: number): Answer['interest'] {
  if (chance < 0.5) return null
  if (chance < 0.6) return 0
  return chance < 0.85 ? 1 : 2
}
