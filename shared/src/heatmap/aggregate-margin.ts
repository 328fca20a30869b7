/** What one person adds at most to a count: `before` as it was counted last, `after` as it would be now; 0 where they are not in it. */
export interface Move {
  readonly personId: string
  readonly before: number
  readonly after: number
}

/** People of whom one reader knows everything: those whom a lead leads, among others. */
export type Circle = ReadonlySet<string>

const most = ({ before, after }: Move) => Math.max(before, after)

/**
 * How far a count has to stay away from its lowest and its highest possible value, so that whoever reads it can rule out nothing about anyone
 * else: the most that a reader knows already (their own part, or that of a circle) and the most that another person can have, together.
 *
 * Why: the reader takes what they know off both sides. What is left still reaches from the lowest to the highest value of any one other.
 */
export function marginOf(moves: readonly Move[], circles: readonly Circle[]): number {
  const byMost = moves.toSorted((a, b) => most(b) - most(a))
  const [first, second] = byMost
  let margin = 0
  for (const move of moves) {
    const other = move === first ? second : first
    margin = Math.max(margin, move.before + move.after + (other ? most(other) : 0))
  }
  for (const circle of circles) {
    const other = byMost.find(({ personId }) => !circle.has(personId))
    if (!other) continue
    const known = moves.reduce((sum, move) => (circle.has(move.personId) ? sum + move.before + move.after : sum), 0)
    margin = Math.max(margin, known + most(other))
  }
  return margin
}
