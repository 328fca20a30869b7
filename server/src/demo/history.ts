import type { Actor } from '@plumbline/shared/access/actor.ts'
import { changeRating, rateAsLead, saveDraft, submitAssessment } from '#assessments/service.ts'
import { whoOf } from '#access/actor-of.ts'
import { speakFor } from '#db/client.ts'
import { frameworkOf } from '#frameworks/framework-of.ts'
import { setDemand } from '#hiring/service.ts'
import type { Ctx } from '#http/context.ts'
import { answerPractice } from '#practices/service.ts'
import { monthsBefore, workingTime } from './calendar.ts'
import { personas } from './cast.ts'
import type { GivenAnswer } from './checklist-answers.ts'
import { checklistAnswers } from './checklist-answers.ts'
import { checklists } from './checklists.ts'
import { demands } from './demands.ts'
import { begunAnswers } from './draft.ts'
import { fraction } from './fraction.ts'
import { leadViewsOf } from './lead-views.ts'
import { answersOf } from './levels.ts'
import type { Cast } from './organisation.ts'
import type { Member, TeamName } from './people.ts'
import { members, rounds } from './people.ts'

/** Rounds stay open for nine days; leads say what they think in the days after. */
const daysOpen = 9

/** Speaks and acts as someone else from here on. */
async function as({ tx }: Ctx, actor: Actor): Promise<Ctx> {
  await speakFor(tx, whoOf(actor))
  return { tx, actor }
}

/** The rounds of assessments, oldest first, and after the newest one what the leads think. */
export async function holdRounds(ctx: Ctx, cast: Cast, now: Date): Promise<void> {
  const { index } = await frameworkOf(ctx)
  for (const member of members) {
    const mine = await as(ctx, cast.actorOf(member))
    for (const round of rounds.filter((round) => member.rounds.includes(round))) {
      const at = workingTime(monthsBefore(now, round), Math.floor(fraction(member.name, 'day') * daysOpen), fraction(member.name, 'hour'))
      const { version } = await saveDraft(mine, cast.idOf(member), 0, answersOf(member, round, index))
      await submitAssessment(mine, cast.idOf(member), { draftVersion: version }, at)
    }
  }
  for (const member of members) await hearLead(ctx, cast, member, now)
}

async function hearLead(ctx: Ctx, cast: Cast, member: Member, now: Date): Promise<void> {
  const [newest = null] = member.rounds.toSorted((a, b) => a - b)
  if (newest !== 1) return
  const { index } = await frameworkOf(ctx)
  const lead = await as(ctx, cast.actorOf(cast.leadOf(member.lead ? 'Engineering' : member.team)))
  if (lead.actor.personId === cast.idOf(member)) return
  const at = workingTime(
    monthsBefore(now, newest),
    daysOpen + 1 + Math.floor(fraction(member.name, 'talk') * 4),
    fraction(member.name, 'hour'),
  )
  for (const { skill, level, note } of leadViewsOf(member, answersOf(member, newest, index), index))
    await rateAsLead(lead, cast.idOf(member), skill, { level, note }, at)
}

/** What came after the newest round: a rating of one's own that changed, and an assessment that the engineer has begun. */
export async function beginNextRound(ctx: Ctx, cast: Cast, now: Date): Promise<void> {
  const chiara = { name: 'Chiara Bellini' }
  const passed = { level: 4, interest: 2, note: 'Passed CKA on Friday.' } as const
  await changeRating(
    await as(ctx, cast.actorOf(chiara)),
    cast.idOf(chiara),
    'kubernetes',
    passed,
    workingTime(monthsBefore(now, 0), -4, 0.5),
  )
  await saveDraft(await as(ctx, cast.actorOf(personas.engineer)), cast.idOf(personas.engineer), 0, begunAnswers)
}

/** The teams' checklists with what stood before, each area answered by one of the team. */
export async function answerChecklists(ctx: Ctx, cast: Cast, now: Date): Promise<void> {
  const { pack } = await frameworkOf(ctx)
  const practices = Map.groupBy(pack.practices, ({ area }) => area)
  for (const [name, checklist] of Object.entries(checklists)) {
    const team = name as TeamName
    const own = members.filter((member) => member.team === team)
    for (const [area, story] of Object.entries(checklist)) {
      const author = own[Math.floor(fraction(team, area, 'author') * own.length)] ?? cast.leadOf(team)
      const mine = await as(ctx, cast.actorOf(author))
      const write = async ({ practice, monthsAgo, revision, ...given }: GivenAnswer) => {
        const at = workingTime(
          monthsBefore(now, monthsAgo),
          Math.floor(fraction(team, area, 'day') * daysOpen),
          fraction(team, practice, 'hour'),
        )
        await answerPractice(mine, { teamId: cast.teamIds.get(team) ?? '', practiceId: practice }, revision - 1, given, at)
      }
      const answers = checklistAnswers(team, story, practices.get(area) ?? [])
      for (const answer of answers.toSorted((a, b) => a.revision - b.revision)) await write(answer)
    }
  }
}

export async function setDemands(ctx: Ctx, cast: Cast): Promise<void> {
  for (const [team, demand] of Object.entries(demands)) {
    const lead = await as(ctx, cast.actorOf(cast.leadOf(team as TeamName)))
    await setDemand(lead, cast.teamIds.get(team) ?? '', { demand })
  }
}
