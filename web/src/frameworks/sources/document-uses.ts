import type { Source } from '@plumbline/shared/frameworks/pack-source.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { addressOf, paths } from '../../paths.ts'

interface Use {
  readonly id: string
  readonly title: string
  /** `null` for what has no address of its own. */
  readonly to: string | null
  /** A stage is a part of its roadmap’s page. */
  readonly search?: { readonly stage: string }
}

/** The entries of one list of the framework that rest on a document. */
export interface UseList {
  readonly name: string
  readonly uses: readonly Use[]
}

/** Everything in the framework that names this document as a source, list by list; lists without such an entry are left out. */
export function documentUses(pack: Pack, document: string): UseList[] {
  const from = <Of extends { readonly sources: readonly Source[] }>(entries: readonly Of[]): Of[] =>
    entries.filter(({ sources }) => sources.some((source) => source.document === document))
  const named = (entries: readonly { id: string; name: string; sources: readonly Source[] }[], address: (id: string) => string): Use[] =>
    from(entries).map(({ id, name }) => ({ id, title: name, to: address(id) }))
  return [
    { name: 'Roles', uses: named(pack.roles, (roleId) => addressOf(paths.frameworkRole, { roleId })) },
    { name: 'People named beside the roles', uses: named(pack.personas, (personaId) => addressOf(paths.frameworkPersona, { personaId })) },
    { name: 'Reasons of expectations', uses: from(pack.reasons).map(({ id, text }) => ({ id, title: text, to: null })) },
    { name: 'Skills', uses: named(pack.skills, (skillId) => addressOf(paths.frameworkSkill, { skillId })) },
    { name: 'Practices', uses: named(pack.practices, (practiceId) => addressOf(paths.frameworkPractice, { practiceId })) },
    {
      name: 'Certifications',
      uses: named(pack.certifications, (certificationId) => addressOf(paths.frameworkCertification, { certificationId })),
    },
    {
      name: 'Notes on certifications',
      uses: from(pack.certificationNotes).map(({ id, text }) => ({ id, title: text, to: paths.frameworkCertifications })),
    },
    {
      name: 'Stages of roadmaps',
      uses: pack.roadmaps.flatMap((roadmap) =>
        from(roadmap.stages).map(({ id, name }) => ({
          id: `${roadmap.id} ${id}`,
          title: `${roadmap.name}: ${name}`,
          to: addressOf(paths.frameworkRoadmap, { roadmapId: roadmap.id }),
          search: { stage: id },
        })),
      ),
    },
    { name: 'Tools', uses: named(pack.tools, (toolId) => addressOf(paths.frameworkTool, { toolId })) },
    {
      name: 'Claims',
      uses: from(pack.claims).map(({ id, text }) => ({ id, title: text, to: addressOf(paths.frameworkClaim, { claimId: id }) })),
    },
    {
      name: 'Contradictions',
      uses: pack.contradictions
        .filter(({ positions }) => from(positions).length > 0)
        .map(({ id, topic }) => ({ id, title: topic, to: addressOf(paths.frameworkContradiction, { contradictionId: id }) })),
    },
  ].filter(({ uses }) => uses.length > 0)
}
