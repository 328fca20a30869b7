import type { Expectation } from './pack-roles.ts'

/** Where the need for a skill comes from: what the basis of an expectation means. */
export const basisWords: Readonly<Record<Expectation['basis'], string>> = {
  stated: 'a document says that the role, its topic or its path needs the skill',
  group: 'a roadmap that ends in this title teaches it, but gives the title no duties of its own',
  derived: 'the framework’s judgement; the reason says from what',
}
