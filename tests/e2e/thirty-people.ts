import type { AppServer } from '../support/app-server.ts'

// The organisation of the journey. All are of seniority mid, so expectations are those of the framework's files as they stand there.
//
// Team                       people                         how they rate themselves
// Engineering                Hana (lead), Hugo              not at all
//   Delivery                 Ed (lead), Eva, Eli, Ella      as expected
//                            Yael, Yuri                     as expected, but one less in the three of `weak`
//                            Zack, Zuri                     not at all
//     Cost                   Fay (lead)                     as expected
//                            Cora, Cyril, Carla, Colin      as expected, but 2 in invocation cost
//                            Yara, Yusuf, Yann              the same, and one less in the three of `weak`
//                            Zoe, Zane                      not at all
//   Security                 Kim (lead), Sam, Sara, Stan,   as expected
//                            Sven, Suki, Saul
//                            Ygor, Yoko, Yves               as expected, but one less in the three of `weak`

/** What the framework expects of each role at mid level, copied from it by hand: the figures of the journey rest on these. */
const expected = {
  'finops-engineer': {
    git: 2,
    cicd: 2,
    docker: 2,
    kubernetes: 3,
    'cloud-platforms': 4,
    'multi-cloud-hybrid': 3,
    'cloud-architecture': 4,
    iac: 3,
    compliance: 2,
    monitoring: 4,
    'distributed-observability': 3,
    'cost-architecture': 5,
    'right-sizing': 5,
    'usage-waste': 5,
    'k8s-cost': 4,
    faas: 2,
    'cold-start': 2,
    'invocation-cost': 4,
    edge: 2,
    'problem-solving': 3,
    collaboration: 4,
    communication: 4,
    documentation: 3,
    'continuous-learning': 3,
  },
  'k8s-security-engineer': {
    'linux-shell': 3,
    git: 3,
    cicd: 3,
    'artifact-management': 3,
    gitops: 2,
    docker: 3,
    kubernetes: 4,
    'k8s-ha-design': 2,
    'helm-operators': 2,
    'mesh-ingress': 3,
    'cloud-platforms': 3,
    'cloud-architecture': 3,
    networking: 4,
    iac: 3,
    'immutable-drift': 4,
    'shift-left': 5,
    'sast-dast': 4,
    'dependency-vuln': 5,
    'iac-scanning': 4,
    'image-scanning': 4,
    'k8s-hardening': 5,
    'runtime-threat': 5,
    secrets: 4,
    'iam-least-privilege': 4,
    compliance: 4,
    monitoring: 3,
    logging: 3,
    'audit-trails': 3,
    'problem-solving': 3,
    collaboration: 3,
    communication: 3,
    documentation: 3,
    'continuous-learning': 3,
  },
  'serverless-edge-engineer': {
    python: 2,
    'api-development': 2,
    'linux-shell': 3,
    git: 3,
    cicd: 3,
    'automated-testing': 2,
    'release-strategies': 3,
    docker: 3,
    kubernetes: 3,
    'cloud-platforms': 4,
    'cloud-architecture': 4,
    'ha-dr': 3,
    networking: 3,
    iac: 3,
    'shift-left': 2,
    secrets: 2,
    'iam-least-privilege': 3,
    monitoring: 4,
    logging: 4,
    'distributed-observability': 5,
    resilience: 5,
    'packaging-serving': 2,
    'deployment-methods': 2,
    'cost-architecture': 4,
    'right-sizing': 2,
    'usage-waste': 4,
    faas: 5,
    'cold-start': 5,
    'invocation-cost': 4,
    edge: 5,
    'problem-solving': 3,
    collaboration: 2,
    communication: 2,
    documentation: 2,
    'continuous-learning': 3,
  },
} as const

type RoleId = keyof typeof expected

const weak: Record<RoleId, readonly string[]> = {
  'finops-engineer': ['cost-architecture', 'right-sizing', 'monitoring'],
  'k8s-security-engineer': ['kubernetes', 'secrets', 'shift-left'],
  'serverless-edge-engineer': ['faas', 'edge', 'resilience'],
}

const teams = [
  { path: 'Engineering', role: 'finops-engineer', roleName: 'FinOps-responsible Engineer', names: ['Hana'] },
  { path: 'Engineering', role: 'k8s-security-engineer', roleName: 'DevSecOps / Kubernetes Security Engineer', names: ['Hugo'] },
  {
    path: 'Engineering > Delivery',
    role: 'serverless-edge-engineer',
    roleName: 'Serverless & Edge Engineer',
    names: ['Ed', 'Eva', 'Eli', 'Ella', 'Yael', 'Yuri', 'Zack', 'Zuri'],
  },
  {
    path: 'Engineering > Delivery > Cost',
    role: 'finops-engineer',
    roleName: 'FinOps-responsible Engineer',
    names: ['Fay', 'Cora', 'Cyril', 'Carla', 'Colin', 'Yara', 'Yusuf', 'Yann', 'Zoe', 'Zane'],
  },
  {
    path: 'Engineering > Security',
    role: 'k8s-security-engineer',
    roleName: 'DevSecOps / Kubernetes Security Engineer',
    names: ['Kim', 'Sam', 'Sara', 'Stan', 'Sven', 'Suki', 'Saul', 'Ygor', 'Yoko', 'Yves'],
  },
] as const

const leads: ReadonlySet<string> = new Set(['Hana', 'Ed', 'Fay', 'Kim'])
const unrated = /^[HZ]/

export interface Someone {
  name: string
  email: string
  role: RoleId
}

const people: readonly Someone[] = teams.flatMap(({ role, names }) =>
  names.map((name) => ({ name, email: `${name.toLowerCase()}@example.org`, role })),
)

/** The people as a file, as an admin would paste it. */
export const peopleFile: string = [
  'name,email,team,role,seniority,lead',
  ...teams.flatMap(({ path, roleName, names }) =>
    names.map((name) => `${name},${name.toLowerCase()}@example.org,${path},${roleName},mid,${leads.has(name) ? 'yes' : ''}`),
  ),
].join('\n')

/** Someone's answers by skill, by the rules above. */
export function answersOf({ name, role }: Someone): Record<string, number> {
  if (unrated.test(name)) return {}
  return Object.fromEntries(
    Object.entries(expected[role]).map(([skill, level]) => {
      if (role === 'finops-engineer' && skill === 'invocation-cost' && name !== 'Fay') return [skill, 2]
      return [skill, name.startsWith('Y') && weak[role].includes(skill) ? level - 1 : level]
    }),
  )
}

export const password = 'a long test password'

/** Invites, joins and assesses over HTTP, for those whose browser the journey does not follow. */
export async function assessOverHttp({ url }: AppServer, adminCookie: string, among: (someone: Someone) => boolean): Promise<void> {
  const ask = async <Body>(
    cookie: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ body: Body; cookie: string }> => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return {
      body: (await answer.json()) as Body,
      cookie: answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; '),
    }
  }
  const { body } = await ask<{ people: { id: string; email: string }[] }>(adminCookie, 'GET', '/people?limit=200')
  for (const someone of people.filter(among)) {
    const answers = answersOf(someone)
    if (Object.keys(answers).length === 0) continue
    const id = body.people.find(({ email }) => email === someone.email)?.id
    const { body: invitation } = await ask<{ secret: string }>(adminCookie, 'POST', `/people/${id}/invitation`)
    const { cookie } = await ask('', 'POST', `/invitations/${invitation.secret}`, { password })
    const levels = Object.fromEntries(Object.entries(answers).map(([skill, level]) => [skill, { level }]))
    const { body: draft } = await ask<{ version: number }>(
      cookie,
      'PATCH',
      `/people/${id}/assessment/draft`,
      { answers: levels },
      { 'if-match': '"0"' },
    )
    await ask(cookie, 'POST', `/people/${id}/assessments`, { draftVersion: draft.version })
  }
}

/** The names under which the pages show the skills that the journey touches. */
export const skillNames: Record<string, string> = {
  git: 'Git and version control',
  cicd: 'CI/CD pipeline automation',
  docker: 'Docker and containerisation',
  kubernetes: 'Kubernetes and container orchestration',
  'cloud-platforms': 'Cloud platforms (AWS, Azure, GCP)',
  'multi-cloud-hybrid': 'Multi-cloud and hybrid operation',
  'cloud-architecture': 'Cloud-native and strategic architecture',
  iac: 'Infrastructure as code',
  compliance: 'Security compliance and governance',
  monitoring: 'System monitoring and observability',
  'distributed-observability': 'Distributed observability',
  'cost-architecture': 'FinOps and cost-efficient architecture',
  'right-sizing': 'Right-sizing and auto-scaling',
  'usage-waste': 'Usage monitoring, waste elimination and budget control',
  'k8s-cost': 'Container and Kubernetes cost and performance optimisation',
  faas: 'Serverless and FaaS operation',
  'cold-start': 'Cold starts and concurrency',
  'invocation-cost': 'Pay-per-invocation cost monitoring',
  edge: 'Edge operation (lightweight runtimes, offline, synchronisation, edge ML)',
  'problem-solving': 'Problem-solving',
  collaboration: 'Collaboration',
  communication: 'Communication',
  documentation: 'Documentation',
  'continuous-learning': 'Continuous learning and improvement',
  'linux-shell': 'Linux and shell scripting',
  'artifact-management': 'Secure artifact management',
  gitops: 'GitOps',
  'k8s-ha-design': 'High-availability cluster design',
  'helm-operators': 'Helm charts and Kubernetes Operators',
  'mesh-ingress': 'Service mesh and ingress controllers',
  networking: 'Networking and network security groups',
  'immutable-drift': 'Immutable infrastructure and configuration drift control',
  'shift-left': 'Shift-left security and security mindset',
  'sast-dast': 'SAST and DAST in pipelines',
  'dependency-vuln': 'Dependency scanning and vulnerability remediation',
  'iac-scanning': 'IaC security scanning',
  'image-scanning': 'Container security and image scanning',
  'k8s-hardening': 'Kubernetes hardening',
  'runtime-threat': 'Runtime security and threat detection',
  secrets: 'Secrets management',
  'iam-least-privilege': 'IAM and least privilege',
  logging: 'Logging and unified log stack',
  'audit-trails': 'Logging and audit trails',
}

/** One of the thirty by name. */
export function called(name: string): Someone {
  const found = people.find((someone) => someone.name === name)
  if (found === undefined) throw new Error(`Nobody is called ${name}.`)
  return found
}
