export interface PaletteItem {
  id: string
  label: string
  /** What tells it from others of the same name: a person's team, a skill's category. */
  detail?: string
  /** An address of the application. */
  to: string
}

export interface PaletteGroup {
  title: string
  items: readonly PaletteItem[]
}

/** Finds what can be gone to. The text may be empty; the answer may hold more than fits the text, the palette narrows it down. */
export type PaletteLoader = (text: string, signal: AbortSignal) => Promise<readonly PaletteGroup[]>

/** What fits all words of the text, names that begin with it first, at most `most` in each group; groups with nothing are left out. */
export function narrow(groups: readonly PaletteGroup[], text: string, most: number): PaletteGroup[] {
  const words = fold(text).split(/\s+/).filter(Boolean)
  const begins = (item: PaletteItem): boolean => words[0] !== undefined && fold(item.label).startsWith(words[0])
  return groups
    .map(({ title, items }) => {
      const found = items.filter((item) => {
        const all = fold(`${item.label} ${item.detail ?? ''}`)
        return words.every((word) => all.includes(word))
      })
      return { title, items: [...found.filter(begins), ...found.filter((item) => !begins(item))].slice(0, most) }
    })
    .filter(({ items }) => items.length > 0)
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
