import type { Pack } from '@plumbline/shared/frameworks/pack.ts'

export type Certification = Pack['certifications'][number]

/** What the documents print about a certification, by the names of its columns. */
export const effects = [
  { key: 'payEffect', label: 'Effect on pay' },
  { key: 'complexity', label: 'Difficulty' },
  { key: 'demand', label: 'Demand' },
  { key: 'cost', label: 'Cost' },
  { key: 'validity', label: 'Valid for' },
] as const satisfies readonly { key: keyof Certification; label: string }[]
