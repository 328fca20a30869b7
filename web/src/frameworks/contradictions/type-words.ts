import type { Contradiction } from '@plumbline/shared/frameworks/pack-market.ts'

/** What kind of disagreement it is. */
export const contradictionTypeWords: Readonly<Record<Contradiction['type'], string>> = {
  'between-documents': 'Between documents',
  'inside-one-document': 'Inside one document',
  terminology: 'Terminology',
  'same-figure': 'One figure, two meanings',
  gap: 'Gap',
}
