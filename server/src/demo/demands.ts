import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import type { TeamName } from './people.ts'

/** What teams need at least. Teams and roles that are not named need those they have. */
export const demands: Partial<Record<TeamName, { roleId: string; seniority: Seniority; people: number }[]>> = {
  // Four are there: Tomás, Noor, Yuki and Chiara.
  Platform: [
    { roleId: 'platform-engineer', seniority: 'senior', people: 3 },
    { roleId: 'platform-engineer', seniority: 'mid', people: 3 },
  ],
  'Security & Cost': [{ roleId: 'finops-engineer', seniority: 'mid', people: 3 }],
  'Data & AI': [
    { roleId: 'llmops-engineer', seniority: 'mid', people: 2 },
    { roleId: 'data-engineer', seniority: 'mid', people: 3 },
  ],
}
