/** A stretch of a line of equally long items: from (included) to (excluded). */
export interface Stretch {
  readonly from: number
  readonly to: number
}

interface Line {
  readonly count: number
  /** The first item in sight, and how many are. */
  readonly first: number
  readonly seen: number
  /** What is rendered grows and shrinks by whole blocks, so that a scroll by a few pixels changes nothing. */
  readonly block: number
  /** Up to so many items all of them are rendered. */
  readonly most: number
}

/** What to render: what is in sight and at least one block on either side, in whole blocks. */
export function windowOf({ count, first, seen, block, most }: Line): Stretch {
  if (count <= most) return { from: 0, to: count }
  // A filter may have shortened the line while it was scrolled far down.
  const start = Math.max(0, Math.min(first, count - seen))
  const from = Math.max(0, Math.floor(start / block) * block - block)
  const to = Math.min(count, Math.ceil((start + seen) / block) * block + block)
  return { from, to }
}

/** The items of a stretch in order, and the pinned one wherever it is: it holds the focus, which would be lost with it. */
export function withPinned({ from, to }: Stretch, pinned: number, count: number): number[] {
  const items = Array.from({ length: to - from }, (_, at) => from + at)
  if (pinned < 0 || pinned >= count || (pinned >= from && pinned < to)) return items
  return pinned < from ? [pinned, ...items] : [...items, pinned]
}

/** How many items are left out before each one that is rendered. */
export const skippedBefore = (items: readonly number[]): number[] =>
  items.map((item, at) => item - (at === 0 ? 0 : (items[at - 1] ?? 0) + 1))
