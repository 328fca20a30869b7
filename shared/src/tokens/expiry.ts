const soonMs = 14 * 86_400_000

/** How near the end of a token is: `over` from that instant on, `soon` within the two weeks before. */
export function expiryOf(expiresAt: Date, now: Date): 'later' | 'soon' | 'over' {
  const left = expiresAt.getTime() - now.getTime()
  return left <= 0 ? 'over' : left <= soonMs ? 'soon' : 'later'
}
