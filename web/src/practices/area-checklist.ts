import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Practice } from '@plumbline/shared/frameworks/pack-practices.ts'
import { rankUnblocking, type Shortage, type UnblockingSkill } from '@plumbline/shared/practices/blocked.ts'
import type { StoredAnswer } from '@plumbline/shared/practices/contract.ts'
import { countLevels, explainMaturity, type LevelCount } from '@plumbline/shared/practices/explain.ts'
import type { Answers } from '@plumbline/shared/practices/maturity.ts'
import type { Checklist } from './queries.ts'

export interface PracticeLine {
  readonly practice: Practice
  readonly stored: StoredAnswer | undefined
  /** What the practice lacks to be met; empty where nothing blocks it. */
  readonly shortages: readonly Shortage[]
}

export interface AreaChecklist {
  readonly levels: readonly { readonly count: LevelCount; readonly lines: readonly PracticeLine[] }[]
  /** Practices that keep the area from its next level. */
  readonly holding: readonly Practice[]
  readonly blocked: readonly PracticeLine[]
  readonly unblocking: readonly UnblockingSkill[]
  /** How level and percentage came about. */
  readonly sentences: readonly string[]
}

/** One area of a team's checklist, made ready for the page. Practices keep the framework's order within their level. */
export function areaChecklist(area: string, pack: Pick<Pack, 'practices'>, checklist: Checklist): AreaChecklist {
  const practices = pack.practices.filter((practice) => practice.area === area)
  const shortages = new Map(checklist.blocked.map((blocked) => [blocked.practice, blocked.shortages as Shortage[]]))
  const answers: Answers = new Map(Object.entries(checklist.answers).map(([id, { answer }]) => [id, answer]))
  const lines = practices.map((practice) => ({
    practice,
    stored: checklist.answers[practice.id],
    shortages: shortages.get(practice.id) ?? [],
  }))
  const blocked = lines.filter((line) => line.shortages.length > 0)
  const holding = new Set(checklist.areas.find(({ id }) => id === area)?.holding)
  return {
    levels: countLevels(practices, answers).map((count) => ({
      count,
      lines: lines.filter(({ practice }) => practice.level === count.level),
    })),
    holding: practices.filter(({ id }) => holding.has(id)),
    blocked,
    unblocking: rankUnblocking(blocked),
    sentences: explainMaturity(practices, answers),
  }
}

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

/** "2 people at level 3 in GitOps, has 1". */
export const shortageWords = ({ level, need, have }: Shortage, skillName: string): string =>
  `${people(need)} at level ${level} or above in ${skillName}, has ${have}`

/** "alone unblocks 2 practices, helps with 1 more". */
export function unblockingWords({ unblocks, helps }: UnblockingSkill): string {
  const practices = (count: number) => (count === 1 ? '1 practice' : `${count} practices`)
  if (unblocks.length === 0) return `helps to unblock ${practices(helps.length)}`
  return `alone unblocks ${practices(unblocks.length)}${helps.length === 0 ? '' : `, helps with ${helps.length} more`}`
}
