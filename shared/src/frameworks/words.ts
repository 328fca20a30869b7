import type { Practice } from './pack-practices.ts'
import type { Expectation } from './pack-roles.ts'

/** Where the need for a skill comes from: what the basis of an expectation means. */
export const basisWords: Readonly<Record<Expectation['basis'], string>> = {
  stated: 'a document says that the role, its topic or its path needs the skill',
  group: 'a roadmap that ends in this title teaches it, but gives the title no duties of its own',
  derived: 'the framework’s judgement; the reason says from what',
}

/** How a practice hangs on the documents: what its status says. */
export const practiceStatusWords: Readonly<Record<Practice['status'], string>> = {
  stated: 'A document names it for this area.',
  mapped: 'A document names it under another heading; its place in this area is the framework’s judgement.',
  outcome: 'A document reports it as a result; the framework turned it into a practice.',
  derived: 'The framework adds it to what the documents name.',
  field: 'Open models of the field ask for it; the documents do not.',
}
