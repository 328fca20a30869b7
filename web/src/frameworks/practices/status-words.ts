import type { Practice } from '@plumbline/shared/frameworks/pack-practices.ts'

/** How a practice hangs on the documents: a tag, and the sentence behind it. */
export const practiceStatusWords: Readonly<Record<Practice['status'], { readonly tag: string; readonly sentence: string }>> = {
  stated: { tag: 'stated', sentence: 'A document names it for this area.' },
  mapped: { tag: 'mapped', sentence: 'A document names it under another heading; its place in this area is the framework’s judgement.' },
  outcome: { tag: 'outcome', sentence: 'A document reports it as a result; the framework turned it into a practice.' },
  derived: { tag: 'derived', sentence: 'The framework adds it to what the documents name.' },
  field: { tag: 'field', sentence: 'Open models of the field ask for it; the documents do not.' },
}
