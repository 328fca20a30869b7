import { type Carry, carry as carryShape } from '@plumbline/shared/frameworks/carry.ts'
import { checkPack } from '@plumbline/shared/frameworks/check.ts'
import type { Draft } from '@plumbline/shared/frameworks/draft.ts'
import { pack as shape } from '@plumbline/shared/frameworks/pack.ts'

/** Every id that an organisation's versions have used; skills with their positions. */
export interface KnownIds {
  readonly skills: ReadonlyMap<string, number>
  readonly roles: ReadonlySet<string>
  readonly practices: ReadonlySet<string>
}

/** An heir that cannot take over what an entry leaves behind, and why. */
export interface HeirFault {
  readonly heir: string
  readonly detail: string
}

// What is longer could not be imported again after it was exported.
const longest = 4_000_000
const mostSkillsEver = 1000

/**
 * Heirs that must not take over ratings or answers: one that has some of its own, and one that takes over those of two. Both would mix what was
 * said of different things, and a history cannot be taken apart again. Roles may be merged, for a role has no history.
 */
export function heirFaults(carry: Carry, known: Pick<KnownIds, 'skills' | 'practices'>): HeirFault[] {
  const of = (heirs: Carry['skills'], used: { has: (id: string) => boolean }, noun: string) => {
    const taken = new Map<string, string>()
    return Object.entries(heirs).flatMap(([gone, ids]) =>
      ids.flatMap((heir) => {
        const first = taken.get(heir)
        taken.set(heir, gone)
        if (used.has(heir))
          return [
            {
              heir,
              detail: `"${heir}" was used before and has a history of its own, so it cannot take over that of "${gone}". Name a new ${noun}.`,
            },
          ]
        return first === undefined
          ? []
          : [
              {
                heir,
                detail: `"${heir}" takes over the history of "${first}" already and cannot take over that of "${gone}" too. Name another ${noun}.`,
              },
            ]
      }),
    )
  }
  return [...of(carry.skills, known.skills, 'skill'), ...of(carry.practices, known.practices, 'practice')]
}

function shapeFaults({ pack, carry }: Draft): string[] {
  if (pack.skills.some(({ position }) => position >= mostSkillsEver))
    return [
      `skills: an organisation may have had ${mostSkillsEver} different skills in all its versions. Use the ids of earlier ones again.`,
    ]
  const issues = [shape.safeParse(pack), carryShape.safeParse(carry)].flatMap(({ error }) => error?.issues ?? [])
  return issues.map(({ path, message }) => `${path.join('/')}: ${message}`)
}

/** What keeps a draft's content from being measured with, one sentence each; empty when it is sound. */
export function contentFaults(draft: Draft): string[] {
  const { pack } = draft
  const { length } = JSON.stringify(pack)
  if (length > longest)
    return [`the framework is ${length} characters long, more than the ${longest} that can be kept. Shorten or remove entries.`]
  const misshapen = shapeFaults(draft)
  return misshapen.length > 0 ? misshapen : checkPack(pack)
}
