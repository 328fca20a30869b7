/** The entries that these ids name, in the order of the ids. An id that names none is left out. */
export const entriesOf = <Of extends { readonly id: string }>(entries: readonly Of[], ids: readonly string[]): Of[] =>
  ids.flatMap((id) => entries.find((one) => one.id === id) ?? [])
