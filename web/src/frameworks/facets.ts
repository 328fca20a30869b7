/** How many entries have each value. An entry counts once for each of its own. */
export function countsOf<Of>(entries: readonly Of[], valuesOf: (entry: Of) => readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const entry of entries) for (const value of new Set(valuesOf(entry))) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** The choices of a filter, each with how many entries it would show. One that shows none stays only while it is chosen. */
export const facetOptions = (
  all: { readonly label: string; readonly count: number },
  values: readonly { readonly value: string; readonly label: string }[],
  counts: ReadonlyMap<string, number>,
  chosen: string | undefined,
): { value: string; label: string }[] => [
  { value: '', label: `${all.label} (${all.count})` },
  ...values
    .filter(({ value }) => counts.has(value) || value === chosen)
    .map(({ value, label }) => ({ value, label: `${label} (${counts.get(value) ?? 0})` })),
]

/** A filter's value as an address gives it; one that no entry has filters nothing, since addresses are edited by hand. */
export const knownValue = (value: string | undefined, counts: ReadonlyMap<string, number>): string | undefined =>
  value !== undefined && counts.has(value) ? value : undefined
