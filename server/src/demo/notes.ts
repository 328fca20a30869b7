/** What people wrote beside an answer in the newest round, in their own words. */
export const notes: readonly (readonly [name: string, skill: string, note: string])[] = [
  ['Tomás Rivera', 'idp', 'Run the portal with two tenants. Product Delivery moves over next quarter.'],
  ['Tomás Rivera', 'usage-waste', 'I read the monthly report, Mei-Ling acts on it.'],
  ['Noor Haddad', 'kubernetes', 'Did the last two cluster upgrades alone, with a rollback rehearsed before each.'],
  ['Noor Haddad', 'mesh-ingress', 'Only ever changed routes that Yuki had set up.'],
  ['Yuki Tanabe', 'mesh-ingress', 'Set up the mesh on both clusters. Nobody has taken over an incident of it yet.'],
  ['Yuki Tanabe', 'gitops', 'Wrote our Argo CD layout, and would like a second pair of hands.'],
  ['Felix Brandt', 'kubernetes', 'I deploy to it every day.'],
  ['Felix Brandt', 'iac', 'All my services have Terraform.'],
  ['Amara Nwosu', 'resilience', 'Led our last two failover rehearsals.'],
  ['Lukas Nowak', 'cicd', 'Built the pipeline of the label printer with Leila.'],
  ['Leila Farahani', 'secrets', 'Moved nine services from files to the vault.'],
  ['Ravi Menon', 'k8s-hardening', 'Hold CKS, and renew it next year.'],
  ['Sofia Marques', 'image-scanning', 'Our scanner stops builds at critical findings by now.'],
  ['Mei-Ling Chou', 'usage-waste', 'Found the idle route planners; a fifth of the bill of that cluster.'],
  ['Oskar Lindqvist', 'communication', 'Still shy of telling teams what they waste.'],
  ['Samuel Adeyemi', 'release-strategies', 'Canaries for tracking and for booking, blue-green for the rest.'],
  ['Hannah Keller', 'automated-testing', 'Contract tests between booking and billing are mine.'],
  ['Rosa Delgado', 'cold-start', 'Brought the customs function from 4 s down to under one.'],
  ['Fatima El-Amin', 'data-validation', 'Checks run on every delivery file before it reaches the warehouse.'],
  ['Arjun Patel', 'drift', 'Wrote our drift checks after arrival times had been wrong for weeks.'],
  ['Hiroshi Sato', 'model-registry', 'All but one of our models are registered.'],
  ['Zeynep Aydın', 'llmops', 'The claims assistant has evaluations, but nobody reads them yet.'],
  ['Olga Ivanova', 'ml-on-kubernetes', 'Two GPU pools with quotas; training jobs queue by themselves.'],
  ['Kirsten Holm', 'right-sizing', 'Sliced the GPUs for inference, which halved that part of the bill.'],
]

const noteBy = new Map(notes.map(([name, skill, note]) => [`${name} ${skill}`, note]))

export const noteOf = (name: string, skill: string): string => noteBy.get(`${name} ${skill}`) ?? ''
