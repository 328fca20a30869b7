import type { PracticeLevel } from '@plumbline/shared/frameworks/pack-practices.ts'
import type { Answer } from '@plumbline/shared/practices/maturity.ts'
import type { TeamName } from './people.ts'

/** What a team's checklist of an area looks like. */
export interface AreaStory {
  /** The level they hold: every practice up to it is answered most or all. */
  readonly held: 0 | PracticeLevel
  /** Share of the practices one level above that they do already. */
  readonly begun: number
  /** Where they differ from that. */
  readonly but?: Readonly<Record<string, Answer>>
}

type Checklist = Readonly<Record<'idp' | 'gitops' | 'devsecops' | 'finops', AreaStory>>

/** Functions and edge, which this team does not use. */
const noFunctions = { 'finops-08': 'not_applicable', 'finops-09': 'not_applicable', 'finops-07': 'not_applicable' } as const
/** Models, which this team neither trains nor serves. */
const noModels = { 'finops-15': 'not_applicable', 'finops-27': 'not_applicable' } as const

/** Engineering itself runs no service, so it answers none. */
export const checklists: Partial<Record<TeamName, Checklist>> = {
  Platform: {
    idp: { held: 2, begun: 0.5 },
    // The engine is what they lack for level 2, and a second person who masters it.
    gitops: { held: 2, begun: 0.3, but: { 'gitops-01': 'some' } },
    devsecops: { held: 1, begun: 0.6 },
    finops: { held: 1, begun: 0.4, but: { ...noFunctions, ...noModels } },
  },
  'Security & Cost': {
    idp: { held: 1, begun: 0.5 },
    gitops: { held: 1, begun: 0.5 },
    devsecops: { held: 3, begun: 0 },
    finops: { held: 2, begun: 0.7, but: noModels },
  },
  'Product Delivery': {
    idp: { held: 1, begun: 0.3 },
    gitops: { held: 1, begun: 0.4, but: { 'gitops-04': 'none' } },
    devsecops: { held: 0, begun: 0.7, but: { 'devsecops-31': 'none' } },
    finops: { held: 0, begun: 0.5, but: noModels },
  },
  'Data & AI': {
    idp: { held: 0, begun: 0.8, but: { 'idp-23': 'some' } },
    gitops: { held: 0, begun: 0.6, but: { 'gitops-13': 'none' } },
    devsecops: { held: 0, begun: 0.5, but: { 'devsecops-28': 'none' } },
    finops: { held: 1, begun: 0.3, but: noFunctions },
  },
  'ML Enablement': {
    idp: { held: 2, begun: 0.6 },
    gitops: { held: 1, begun: 0.8, but: { 'gitops-12': 'some' } },
    devsecops: { held: 1, begun: 0.5 },
    finops: { held: 2, begun: 0.4, but: noFunctions },
  },
}

/** What they wrote beside an answer. */
export const notes: readonly (readonly [team: TeamName, practice: string, note: string])[] = [
  ['Platform', 'gitops-01', 'Two of seven services. Only Yuki can set it up, so the others wait.'],
  ['Platform', 'gitops-09', 'Rehearsed each month; the longest took eleven minutes.'],
  ['Platform', 'idp-22', 'One page in the portal, with the team behind each tool.'],
  ['Platform', 'idp-18', 'Asked twice a year; six in ten answer.'],
  ['Platform', 'finops-13', 'Alert at 80 % of the month’s budget, to the channel of the team.'],
  ['Security & Cost', 'devsecops-27', 'All repositories but the two oldest, at each push.'],
  ['Security & Cost', 'devsecops-22', 'Ravi holds it, Sofia sits the exam next quarter.'],
  ['Security & Cost', 'finops-16', 'First Tuesday of the month, with the figures of all teams.'],
  ['Product Delivery', 'devsecops-31', 'Findings are known but belong to nobody yet.'],
  ['Product Delivery', 'gitops-04', 'Firewall rules are still changed by hand at the depots.'],
  ['Product Delivery', 'gitops-15', 'Two exceptions in the last quarter, both at night.'],
  ['Data & AI', 'idp-23', 'Works for two of the five pipelines.'],
  ['Data & AI', 'gitops-13', 'Models are taken back by copying the old file.'],
  ['ML Enablement', 'gitops-12', 'The registry’s key still stands in the repository of the trainer.'],
  ['ML Enablement', 'finops-27', 'GPU hours are metered, tokens not yet.'],
]

const noteBy = new Map(notes.map(([team, practice, note]) => [`${team} ${practice}`, note]))

export const noteOn = (team: TeamName, practice: string): string => noteBy.get(`${team} ${practice}`) ?? ''
