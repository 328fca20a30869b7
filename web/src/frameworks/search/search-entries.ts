import type { Source } from '@plumbline/shared/frameworks/pack-source.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { addressOf, paths } from '../../paths.ts'
import { claimTopicWords, practiceLevelWords } from '../framework-words.ts'

/** The kinds of entries, in the order in which equally good ones are shown. */
export const searchKinds = {
  skill: 'Skills',
  role: 'Roles',
  persona: 'People named beside the roles',
  area: 'Practice areas',
  practice: 'Practices',
  certification: 'Certifications',
  roadmap: 'Roadmaps',
  stage: 'Stages of roadmaps',
  tool: 'Tools',
  claim: 'Market',
  contradiction: 'Contradictions',
  document: 'Sources',
  model: 'Models',
} as const

export type SearchKind = keyof typeof searchKinds

/** One entry of the framework as the search knows it. */
export interface SearchEntry {
  /** Kind and id: ids are unique within a kind only. */
  readonly id: string
  readonly kind: SearchKind
  readonly title: string
  /** What tells it from others: shown beside the title. */
  readonly detail: string
  /** Other names of it. */
  readonly aliases: string
  /** Figures and words as the documents print them. */
  readonly printed: string
  readonly text: string
  /** Where it is shown. */
  readonly to: string
}

const join = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' \n')
const printedIn = (sources: readonly Source[]): string => join(...sources.map(({ printed }) => printed))

/** Every entry of the framework, with its address. */
export function searchEntries(pack: Pack): SearchEntry[] {
  const names = new Map([...pack.categories, ...pack.areas].map(({ id, name }) => [id, name]))
  const nameOf = (id: string): string => names.get(id) ?? id
  const entry = (
    kind: SearchKind,
    id: string,
    rest: Pick<SearchEntry, 'title' | 'to'> & Partial<Pick<SearchEntry, 'detail' | 'aliases' | 'printed' | 'text'>>,
  ): SearchEntry => ({ detail: '', aliases: '', printed: '', text: '', ...rest, id: `${kind} ${id}`, kind })

  return [
    ...pack.skills.map(({ id, name, category, aliases, descriptors, sources }) =>
      entry('skill', id, {
        title: name,
        detail: nameOf(category),
        aliases: join(...aliases),
        printed: printedIn(sources),
        text: join(...descriptors),
        to: addressOf(paths.frameworkSkill, { skillId: id }),
      }),
    ),
    ...pack.roles.map(({ id, name, aliases, summary, sources }) =>
      entry('role', id, {
        title: name,
        aliases: join(...aliases),
        printed: printedIn(sources),
        text: summary,
        to: addressOf(paths.frameworkRole, { roleId: id }),
      }),
    ),
    ...pack.personas.map(({ id, name, kind, aliases, text, sources }) =>
      entry('persona', id, {
        title: name,
        detail: kind,
        aliases: join(...aliases),
        printed: printedIn(sources),
        text,
        to: addressOf(paths.frameworkPersona, { personaId: id }),
      }),
    ),
    ...pack.areas.map(({ id, name, summary }) =>
      entry('area', id, { title: name, text: summary, to: `${paths.frameworkPractices}?${new URLSearchParams({ area: id }).toString()}` }),
    ),
    ...pack.practices.map(({ id, name, area, level, criteria, evidence, sources }) =>
      entry('practice', id, {
        title: name,
        detail: `${nameOf(area)}, ${practiceLevelWords[level]}`,
        printed: printedIn(sources),
        text: join(...criteria, evidence),
        to: addressOf(paths.frameworkPractice, { practiceId: id }),
      }),
    ),
    ...pack.certifications.map(({ id, name, aliases, payEffect, complexity, demand, cost, sources }) =>
      entry('certification', id, {
        title: name,
        detail: payEffect ?? '',
        aliases: join(...aliases),
        printed: join(payEffect, complexity, demand, cost, printedIn(sources)),
        to: addressOf(paths.frameworkCertification, { certificationId: id }),
      }),
    ),
    ...pack.roadmaps.map(({ id, name, summary, totals, sources }) =>
      entry('roadmap', id, {
        title: name,
        printed: join(...totals.map(({ duration }) => duration.printed), printedIn(sources)),
        text: summary,
        to: addressOf(paths.frameworkRoadmap, { roadmapId: id }),
      }),
    ),
    ...pack.roadmaps.flatMap((roadmap) =>
      roadmap.stages.map((stage) =>
        entry('stage', `${roadmap.id} ${stage.id}`, {
          title: stage.name,
          detail: roadmap.name,
          aliases: stage.otherName ?? '',
          printed: join(stage.duration?.printed, printedIn(stage.sources)),
          text: join(stage.rule, ...stage.groups.flatMap(({ name, topics }) => [name, ...topics]), ...stage.projects),
          to: `${addressOf(paths.frameworkRoadmap, { roadmapId: roadmap.id })}?${new URLSearchParams({ stage: stage.id }).toString()}`,
        }),
      ),
    ),
    ...pack.tools.map(({ id, name, kinds, aliases, summary, sources }) =>
      entry('tool', id, {
        title: name,
        detail: kinds.join(', '),
        aliases: join(...aliases),
        printed: printedIn(sources),
        text: summary,
        to: addressOf(paths.frameworkTool, { toolId: id }),
      }),
    ),
    ...pack.claims.map(({ id, topic, text, by, sources }) =>
      entry('claim', id, {
        title: text,
        detail: claimTopicWords[topic],
        printed: printedIn(sources),
        text: by ?? '',
        to: addressOf(paths.frameworkClaim, { claimId: id }),
      }),
    ),
    ...pack.contradictions.map(({ id, topic, positions, shown }) =>
      entry('contradiction', id, {
        title: topic,
        printed: printedIn(positions.flatMap(({ sources }) => sources)),
        text: join(...positions.map(({ text }) => text), shown),
        to: addressOf(paths.frameworkContradiction, { contradictionId: id }),
      }),
    ),
    ...pack.documents.map(({ id, title, kind, author, interest }) =>
      entry('document', id, {
        title,
        detail: kind,
        text: join(author, interest),
        to: addressOf(paths.frameworkSource, { documentId: id }),
      }),
    ),
    ...pack.models.map(({ id, name, publisher, use, items }) =>
      entry('model', id, {
        title: name,
        detail: publisher,
        text: join(use, ...items.map((item) => item.name)),
        to: addressOf(paths.frameworkModel, { modelId: id }),
      }),
    ),
  ]
}
