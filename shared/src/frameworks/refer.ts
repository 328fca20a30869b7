import type { Pack } from './pack.ts'

/** Each id itself, its heirs in its place, or nothing where it has none. No id twice. */
const replaced = (ids: readonly string[], gone: string, heirs: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => (id === gone ? heirs : [id]))),
]

/** As `replaced`, for entries that hold an id. The entry stays as it is but for the id; of two for one id the first stands. */
function replacedIn<Entry>(
  entries: readonly Entry[],
  idOf: (entry: Entry) => string,
  gone: string,
  give: (entry: Entry) => Entry[],
): Entry[] {
  const all = entries.flatMap((entry) => (idOf(entry) === gone ? give(entry) : [entry]))
  const first = new Map(all.toReversed().map((entry) => [idOf(entry), entry]))
  return all.filter((entry) => first.get(idOf(entry)) === entry)
}

/** Lets everything that refers to a skill refer to its heirs. The skill's own entry is left to the caller. */
export function referToSkills(pack: Pack, gone: string, heirs: readonly string[]): Pack {
  const swap = (ids: readonly string[]) => replaced(ids, gone, heirs)
  const swapIn = <Entry extends { skill: string }>(entries: readonly Entry[]) =>
    replacedIn(
      entries,
      ({ skill }) => skill,
      gone,
      (entry) => heirs.map((skill) => ({ ...entry, skill })),
    )
  const swapKeys = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> => {
    const kept = Object.entries(record).filter(([id]) => id !== gone)
    const value = Object.hasOwn(record, gone) ? record[gone] : undefined
    const given = value === undefined ? [] : heirs.filter((id) => !Object.hasOwn(record, id)).map((id) => [id, value] as const)
    return Object.fromEntries([...kept, ...given])
  }
  return {
    ...pack,
    seniorities: {
      entry: { ...pack.seniorities.entry, fixed: swapKeys(pack.seniorities.entry.fixed) },
      mid: { ...pack.seniorities.mid, fixed: swapKeys(pack.seniorities.mid.fixed) },
      senior: { ...pack.seniorities.senior, fixed: swapKeys(pack.seniorities.senior.fixed) },
      architect: { ...pack.seniorities.architect, fixed: swapKeys(pack.seniorities.architect.fixed) },
    },
    // An heir may not need itself first.
    skills: pack.skills.map((skill) => ({
      ...skill,
      prerequisites: swap(skill.prerequisites)
        .filter((id) => id !== skill.id)
        .slice(0, 6),
    })),
    tools: pack.tools.map((tool) => ({ ...tool, skills: swap(tool.skills) })),
    expectations: Object.fromEntries(Object.entries(pack.expectations).map(([role, row]) => [role, swapKeys(row)])),
    practices: pack.practices.map((practice) => ({ ...practice, needs: swapIn(practice.needs) })),
    certifications: pack.certifications.map((one) => ({ ...one, skills: swap(one.skills) })),
    claims: pack.claims.map((claim) => ({ ...claim, skills: swap(claim.skills) })),
    roadmaps: pack.roadmaps.map((roadmap) => ({
      ...roadmap,
      stages: roadmap.stages.map((stage) => ({
        ...stage,
        skills: swapIn(stage.skills),
        groups: stage.groups.map((group) => ({ ...group, skills: swap(group.skills) })),
      })),
    })),
  }
}

/** Lets everything that refers to a role refer to its heir, or to nothing. Its expectations are left out. */
export function referToRole(pack: Pack, gone: string, heir: string | null): Pack {
  const heirs = heir === null ? [] : [heir]
  const swap = (ids: readonly string[]) => replaced(ids, gone, heirs)
  return {
    ...pack,
    expectations: Object.fromEntries(Object.entries(pack.expectations).filter(([role]) => role !== gone)),
    personas: pack.personas.map((persona) => (persona.role === gone ? { ...persona, role: heir } : persona)),
    certifications: pack.certifications.map((one) => ({
      ...one,
      roles: replacedIn(
        one.roles,
        ({ role }) => role,
        gone,
        (entry) => heirs.map((role) => ({ ...entry, role })),
      ),
    })),
    claims: pack.claims.map((claim) => ({ ...claim, roles: swap(claim.roles) })),
    roadmaps: pack.roadmaps.map((roadmap) => ({ ...roadmap, roles: swap(roadmap.roles) })),
  }
}

/** Takes away what refers to a certification; a comparison without it compares nothing. */
export function forgetCertification(pack: Pack, gone: string): Pack {
  const without = (ids: readonly string[]) => ids.filter((id) => id !== gone)
  return {
    ...pack,
    certifications: pack.certifications.map((one) => (one.replacedBy === gone ? { ...one, replacedBy: null } : one)),
    comparisons: pack.comparisons.filter(({ of }) => !of.includes(gone)),
    claims: pack.claims.map((claim) => ({ ...claim, certifications: without(claim.certifications) })),
    roadmaps: pack.roadmaps.map((roadmap) => ({
      ...roadmap,
      stages: roadmap.stages.map((stage) => ({ ...stage, certifications: without(stage.certifications) })),
    })),
  }
}
