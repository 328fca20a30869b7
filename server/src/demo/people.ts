import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'

/** Months ago at which the organisation held its rounds of assessments. */
export const rounds = [14, 9, 5, 1] as const
export type Round = (typeof rounds)[number]

/** Where a team stands, from the top. */
export const teamPaths = {
  Engineering: 'Engineering',
  Platform: 'Engineering > Platform',
  'Security & Cost': 'Engineering > Platform > Security & Cost',
  'Product Delivery': 'Engineering > Product Delivery',
  'Data & AI': 'Engineering > Data & AI',
  'ML Enablement': 'Engineering > Data & AI > ML Enablement',
} as const
export type TeamName = keyof typeof teamPaths

export interface Member {
  readonly name: string
  readonly team: TeamName
  readonly role: string
  readonly seniority: Seniority
  readonly lead: boolean
  /** Levels above (+) or below (−) what the role expects, on average, in the newest round. */
  readonly strength: number
  /** The rounds they took part in. */
  readonly rounds: readonly Round[]
}

type Row = readonly [name: string, role: string, seniority: Seniority, strength: number, rounds?: readonly Round[]]

/** The first of a team leads it. Nobody is an average: the figures make each team as strong as its story says. */
const teams: Record<TeamName, readonly Row[]> = {
  Engineering: [
    ['Priya Raman', 'senior-devops-engineer', 'mid', 0.3],
    ['Ingrid Solberg', 'senior-devops-engineer', 'mid', 0, [9, 5, 1]],
    ['Marcus Oyelaran', 'platform-engineer', 'architect', 0.1],
  ],
  Platform: [
    ['Tomás Rivera', 'platform-engineer', 'senior', 0.1],
    ['Noor Haddad', 'platform-engineer', 'mid', -0.2],
    ['Yuki Tanabe', 'platform-engineer', 'senior', 0.2],
    ['Felix Brandt', 'devops-engineer', 'mid', 0.6],
    ['Amara Nwosu', 'senior-devops-engineer', 'mid', -0.1],
    ['Lukas Nowak', 'devops-engineer', 'entry', -0.2, [5, 1]],
    ['Chiara Bellini', 'platform-engineer', 'mid', -0.4],
    ['Dmitri Sokolov', 'ai-devops-engineer', 'mid', -0.3, [9, 5, 1]],
    ['Leila Farahani', 'devops-engineer', 'senior', -0.3],
    ['Henrik Lund', 'devops-engineer', 'mid', -0.4, [14]],
    ['Aoife Byrne', 'devops-engineer', 'mid', 0, [9, 1]],
  ],
  'Security & Cost': [
    ['Ravi Menon', 'k8s-security-engineer', 'senior', 0.1],
    ['Sofia Marques', 'k8s-security-engineer', 'mid', 0.1],
    ['Jonas Weiss', 'k8s-security-engineer', 'entry', -0.2, [5, 1]],
    ['Elena Petrova', 'k8s-security-engineer', 'mid', -0.3, [9, 5, 1]],
    ['Mei-Ling Chou', 'finops-engineer', 'senior', 0.2],
    ['Oskar Lindqvist', 'finops-engineer', 'mid', -0.2],
    ['Grace Wanjiru', 'devops-engineer', 'mid', 0],
    ['Paulo Teixeira', 'senior-devops-engineer', 'mid', -0.2],
  ],
  'Product Delivery': [
    ['Samuel Adeyemi', 'senior-devops-engineer', 'mid', 0],
    ['Hannah Keller', 'devops-engineer', 'senior', -0.5],
    ['Bruno Carvalho', 'devops-engineer', 'mid', -0.6],
    ['Nadia Kowalska', 'devops-engineer', 'mid', -0.3],
    ['Thabo Mokoena', 'devops-engineer', 'entry', -0.4, [5, 1]],
    ['Emil Sørensen', 'devops-engineer', 'mid', -0.7, [14, 9, 5]],
    ['Rosa Delgado', 'serverless-edge-engineer', 'senior', -0.2],
    ['Kwame Boateng', 'serverless-edge-engineer', 'mid', -0.4],
    ['Anouk Visser', 'serverless-edge-engineer', 'entry', -0.5, [9, 5, 1]],
    ['Daniel Okafor', 'platform-engineer', 'entry', -0.6],
    ['Irina Volkova', 'devops-engineer', 'mid', -0.4],
    ['Matteo Rinaldi', 'devops-engineer', 'entry', 0, []],
  ],
  'Data & AI': [
    ['Fatima El-Amin', 'data-engineer', 'senior', 0.1],
    ['Viktor Novák', 'data-engineer', 'mid', -0.2],
    ['Siobhán Doyle', 'data-engineer', 'entry', -0.3, [5, 1]],
    ['Arjun Patel', 'ml-engineer', 'senior', -0.1],
    ['Camille Laurent', 'ml-engineer', 'mid', -0.3],
    ['Tendai Moyo', 'cloud-ml-engineer', 'mid', -0.4],
    ['Hiroshi Sato', 'mlops-engineer', 'mid', -0.5, [9, 5, 1]],
    ['Zeynep Aydın', 'llmops-engineer', 'mid', -0.4, [5, 1]],
  ],
  'ML Enablement': [
    ['Olga Ivanova', 'ml-platform-engineer', 'senior', 0.5],
    ['Pedro Almeida', 'ml-platform-engineer', 'mid', 0.5],
    ['Kirsten Holm', 'ai-infrastructure-engineer', 'mid', 0.5],
    ['Abdul Rahimi', 'mlops-engineer', 'mid', 0.5],
    ['Lucía Herrera', 'mlops-engineer', 'entry', 0.6, [9, 5, 1]],
    ['Stefan Dragan', 'llmops-engineer', 'mid', 0.5],
  ],
}

/** All 48, in the order of their teams. */
export const members: readonly Member[] = Object.entries(teams).flatMap(([team, rows]) =>
  rows.map(([name, role, seniority, strength, taken = rounds], at) => {
    return { name, team: team as TeamName, role, seniority, lead: at === 0, strength, rounds: taken }
  }),
)

/** `Siobhán El-Amin` has `siobhan.el-amin@demo.example`. */
export const emailOf = (name: string): string =>
  `${name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .replaceAll(' ', '.')}@demo.example`
